/** Waiting for at most so long, whatever the thing waited for does with its signal. @module */

/**
 * Runs with a signal that is aborted after `ms`, or with the caller's own. Settles then at the
 * latest, by rejecting with the signal's reason; a result that comes later is disposed of.
 */
export async function withDeadline<Result>(
  options: {
    readonly ms: number;
    readonly signal?: AbortSignal | undefined;
    readonly dispose: (late: Result) => void;
  },
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const onAbort = (): void => controller.abort(options.signal?.reason);
  if (options.signal?.aborted === true) onAbort();
  options.signal?.addEventListener('abort', onAbort, { once: true });
  const timer = setTimeout(() => {
    controller.abort(new DOMException(`no answer within ${options.ms} ms`, 'TimeoutError'));
  }, options.ms);
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const { signal } = controller;
  const onDeadline = (): void => reject(signal.reason);
  signal.addEventListener('abort', onDeadline, { once: true });
  try {
    signal.throwIfAborted();
    const running = run(signal).then((result) => {
      if (!signal.aborted) return result;
      options.dispose(result);
      throw signal.reason;
    });
    return await Promise.race([running, aborted]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onDeadline);
    options.signal?.removeEventListener('abort', onAbort);
  }
}

/** Resolves after `ms`, or as soon as the signal is aborted. Keeps no process alive. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    timer.unref();
    signal.addEventListener('abort', done, { once: true });
  });
}
