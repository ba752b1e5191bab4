/** What the environment says about the arithmetic to use. */

/** What group arithmetic can run on: this package, or the reference. */
export type BackendName = 'kernel' | 'noble';

/**
 * PERMAFROST_BACKEND, where there is an environment; the kernel if it says nothing. Read once, when
 * the package is loaded. Throws on what is no backend.
 */
export function wantedBackend(): BackendName {
  const scope: { readonly process?: { readonly env?: Record<string, string | undefined> } } =
    globalThis;
  const name = scope.process?.env?.['PERMAFROST_BACKEND'];
  if (name === undefined || name === '' || name === 'kernel') return 'kernel';
  if (name === 'noble') return name;
  throw new Error(`PERMAFROST_BACKEND is ${name}; it can be kernel or noble`);
}
