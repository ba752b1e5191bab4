/**
 * Before each file of unit tests: the state of a fresh process. Unit tests of one thread share
 * their modules, so a file that installed native cryptography would have installed it for the next.
 * @module
 */
import { vi } from 'vitest';
import { installNative } from '../packages/frost/src/hash.ts';

vi.useRealTimers();
vi.restoreAllMocks();
// Undefined, not absent: portable functions again, for what is tested is both.
installNative({
  sha512: undefined,
  sha256: undefined,
  verifyEd25519: undefined,
  signEd25519: undefined,
} as unknown as Parameters<typeof installNative>[0]);
