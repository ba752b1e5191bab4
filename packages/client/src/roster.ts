/**
 * The network roster as a client uses it: who is behind a host key, and where to reach whom.
 * @module
 */

export type RosterEntry = {
  readonly name: string;
  /** 32 bytes. */
  readonly hostPub: Uint8Array;
  readonly peerId: string;
  readonly operatorPeerId: string;
  /** Multiaddrs that end in the PeerId. */
  readonly addresses: readonly string[];
};

export type Roster = { readonly entries: readonly RosterEntry[] };

export function entryOfHost(roster: Roster, hostPub: Uint8Array): RosterEntry | undefined {
  return roster.entries.find((one) => Buffer.from(one.hostPub).equals(hostPub));
}

export function entryOfName(roster: Roster, name: string): RosterEntry | undefined {
  return roster.entries.find((one) => one.name === name);
}
