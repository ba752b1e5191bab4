/**
 * The node's place on the network.
 * @module
 */
import { createHost, type Host, type HostOptions } from '@permafrost/p2p';
import { StorageError } from '@permafrost/storage';

/** The host of a node. @throws StorageError E_BAD_REQUEST when it cannot listen there */
export async function listening(
  addresses: readonly string[],
  options: Omit<HostOptions, 'listen'>,
): Promise<Host> {
  try {
    return await createHost({ ...options, listen: addresses });
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'UnsupportedListenAddressesError') throw error;
    throw new StorageError(
      'E_BAD_REQUEST',
      `cannot listen at ${addresses.join(', ')}`,
      'another program has that address, or this machine has it not: correct listen in config.toml',
      error,
    );
  }
}
