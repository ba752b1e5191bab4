/**
 * Which public key a name stands for, on whose word. Once pinned, a key of that name never
 * silently becomes another.
 * @module
 */
import { PermafrostError } from './errors.ts';

/** A key that was checked and is held on to. */
export type Pin = {
  readonly name: string;
  /** Hex, 16 bytes. */
  readonly id: string;
  readonly suite: string;
  /** Hex, as `key show` prints it. */
  readonly publicKey: string;
  /** Hex: the element of key generation, where children begin. Pins of before do not have it. */
  readonly rawKey?: string;
  readonly threshold: number;
  readonly members: readonly string[];
};

export type Pins = {
  readonly get: (name: string) => Pin | undefined;
  readonly all: () => readonly Pin[];
  /** Durable when it resolves, where pins are kept in a home. */
  readonly add: (pin: Pin) => Promise<void>;
};

export function memoryPins(
  save: (pins: readonly Pin[]) => Promise<void>,
  held: readonly Pin[],
): Pins {
  const byName = new Map(held.map((pin) => [pin.name, pin]));
  return {
    get: (name) => byName.get(name),
    all: () => [...byName.values()],
    async add(pin) {
      const held = byName.get(pin.name);
      // All that may be added to a pin is what it did not say before.
      const isMore = held !== undefined && held.rawKey === undefined && pin.rawKey !== undefined;
      if (held !== undefined && !(isMore && isSameKey(held, pin))) return;
      byName.set(pin.name, pin);
      await save([...byName.values()]);
    },
  };
}

/** The text of `pins.json`. */
export function encodePins(pins: readonly Pin[]): string {
  return `${JSON.stringify({ version: 1, pins }, undefined, 2)}\n`;
}

/** @throws PermafrostError E_BAD_REQUEST when the file is not what we write */
export function decodePins(text: string): readonly Pin[] {
  const broken = (cause?: unknown) =>
    new PermafrostError({
      code: 'E_BAD_REQUEST',
      message: 'pins.json is not readable',
      hint: 'compare the keys with their operators, then remove pins.json: keys are pinned anew',
      cause,
    });
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw broken(cause);
  }
  if (!isObject(parsed) || parsed['version'] !== 1 || !Array.isArray(parsed['pins']))
    throw broken();
  return parsed['pins'].map((one: unknown) => {
    if (!isPin(one)) throw broken();
    return {
      name: one.name,
      id: one.id,
      suite: one.suite,
      publicKey: one.publicKey,
      ...(one.rawKey === undefined ? {} : { rawKey: one.rawKey }),
      threshold: one.threshold,
      members: [...one.members],
    };
  });
}

/** @throws PermafrostError E_BAD_SIGNATURE when a node says another key than the one pinned */
export function checkAgainstPin(
  pin: Pin,
  said: { readonly id: string; readonly suite: string; readonly publicKey: string },
): void {
  if (isSameKey(pin, said)) return;
  throw new PermafrostError({
    code: 'E_BAD_SIGNATURE',
    message: `the network says another key for ${pin.name} (${short(said.publicKey)}) than the one pinned (${short(pin.publicKey)})`,
    hint: `ask the operators; if ${pin.name} really was made anew, remove it from pins.json`,
    nothingSigned: true,
  });
}

function isSameKey(
  pin: Pin,
  said: { readonly id: string; readonly suite: string; readonly publicKey: string },
): boolean {
  return pin.id === said.id && pin.suite === said.suite && pin.publicKey === said.publicKey;
}

function short(hex: string): string {
  return hex.length > 16 ? `${hex.slice(0, 16)}…` : hex;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPin(value: unknown): value is Pin {
  if (!isObject(value)) return false;
  const { name, id, suite, publicKey, rawKey, threshold, members } = value;
  return (
    typeof name === 'string' &&
    typeof id === 'string' &&
    /^[0-9a-f]{32}$/.test(id) &&
    typeof suite === 'string' &&
    typeof publicKey === 'string' &&
    /^([0-9a-f]{2}){32,57}$/.test(publicKey) &&
    (rawKey === undefined ||
      (typeof rawKey === 'string' && /^([0-9a-f]{2}){32,57}$/.test(rawKey))) &&
    typeof threshold === 'number' &&
    Array.isArray(members) &&
    members.every((member) => typeof member === 'string')
  );
}
