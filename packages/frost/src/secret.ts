/** Secret bytes that do not print. */

const HIDDEN = '[secret]';

/**
 * Holds secret bytes. Every way of printing gives `[secret]`; `erase` overwrites them. The
 * JavaScript engine may keep copies that nobody can reach: this limits accidents, not a debugger.
 */
export class Secret {
  #bytes: Uint8Array | undefined;

  /** Takes a copy; the caller erases its own. RangeError on an empty array. */
  constructor(bytes: Uint8Array) {
    if (bytes.length === 0) throw new RangeError('empty secret');
    this.#bytes = Uint8Array.from(bytes);
  }

  /** A copy of the bytes. RangeError once erased. */
  reveal(): Uint8Array {
    if (this.#bytes === undefined) throw new RangeError('secret was erased');
    return Uint8Array.from(this.#bytes);
  }

  /** Overwrites the bytes; afterwards `reveal` throws. Twice does no harm. */
  erase(): void {
    this.#bytes?.fill(0);
    this.#bytes = undefined;
  }

  get erased(): boolean {
    return this.#bytes === undefined;
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }
}

/** What `console.log` and `util.inspect` show. Not in the class: its type must stand without it. */
Object.defineProperty(Secret.prototype, Symbol.for('nodejs.util.inspect.custom'), {
  value: () => HIDDEN,
});
