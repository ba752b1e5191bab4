export type {
  BlameEntry,
  CeremonyProgress,
  Key,
  KeyReadiness,
  Link,
  NodeInfo,
  Proposal,
  Status,
} from './calls.ts';
export type { ChildOf, DerivedKey, Taproot } from './children.ts';
export { type ConnectOptions, connect } from './connect.ts';
export type { Destroyed, DestroyOptions } from './destroy.ts';
export type { Peer } from './entries.ts';
export {
  type ErrorDocument,
  errorDocument,
  type NothingSigned,
  PermafrostError,
  type PermafrostErrorFields,
} from './errors.ts';
export { type LineageEpoch, type VerifiedLineage, verifyKeyLineage } from './lineage.ts';
export { checkName } from './names.ts';
export type {
  KeyClaim,
  Network,
  Signature,
  SignOptions,
} from './network.ts';
export { type NewKey, type Proposals, SUITES, type Verb } from './proposals.ts';
export type { NodeAnswer } from './reads.ts';
export type { Repaired, RepairOptions } from './repair.ts';
export type { Reshared, ReshareNeeds, ReshareOptions } from './reshare.ts';
export { cardOf, checkCardIdentity, readRoster, readRosterText, writeRoster } from './roster.ts';
export type { SignAttempt } from './submit.ts';
export type { Pin } from './trust.ts';
