/**
 * Every limit of the network in one place: sizes in bytes, counts, times in milliseconds.
 * @module
 */

const KiB: number = 1024;

/** A message to be signed, at most. */
export const MESSAGE_BYTES_MAX: number = 256 * KiB;
/** An idempotency key. */
export const IDEMPOTENCY_KEY_BYTES_MIN: number = 16;
export const IDEMPOTENCY_KEY_BYTES_MAX: number = 64;
/** Members of one group. */
export const MEMBERS_MAX: number = 100;
export const ROSTER_MAX: number = 256;
export const REQUESTERS_MAX: number = 256;
export const STATEMENTS_MAX: number = 4 * ROSTER_MAX;
/** Binary PeerId of an Ed25519 key is 38 bytes; nothing longer is admitted. */
export const PEER_ID_BYTES_MAX: number = 64;
/** Keys that one proposal destroys: those of several proposals with one name. */
export const DESTROY_KEYS_MAX: number = 48;
/** Ceremony attempts of one proposal. */
export const CEREMONY_ATTEMPTS_MAX: number = 3;

/** Offers in one batch, and outstanding for one key and coordinator. */
export const OFFERS_PER_BATCH_MAX: number = 64;
export const OFFERS_PER_COORDINATOR_MAX: number = 64;
export const OFFERS_TOTAL_MAX: number = 16_384;
export const OFFER_LIFE_MS: number = 3_600_000;
/** Offers of one owner that a coordinator tells of. */
export const OFFERS_HELD_MAX: number = 4_096;

/** How far apart two clocks may be: told from the first on, refused from the second on. */
export const CLOCK_SKEW_WARN_MS: number = 5_000;
export const CLOCK_SKEW_MAX_MS: number = 30_000;
/** A request's window from notBefore to deadline. */
export const REQUEST_WINDOW_MS_MAX: number = 600_000;
/** How long a signer remembers a request after its deadline. */
export const REQUEST_MEMORY_MS: number = 60_000;
export const IDEMPOTENCY_LIFE_MS: number = 24 * 3_600_000;
export const IDEMPOTENCY_RECORDS_MAX: number = 100_000;
/** Requests in progress at one entry node, and for one requester. */
export const REQUESTS_OPEN_MAX: number = 1_024;
export const REQUESTS_PER_REQUESTER_MAX: number = 256;
/** Requests that one node coordinates at the same time; the others wait for their turn. */
export const REQUESTS_RUNNING_MAX: number = 64;
/** How long a request may have to wait for its turn: what would wait longer is refused at once. */
export const REQUEST_QUEUE_MS_MAX: number = 1_000;
/** How long a second coordinator asks others what they know of a request. */
export const RESUME_WITHIN_MS: number = 500;
/** How long members may take to answer a cancel. */
export const CANCEL_WITHIN_MS: number = 1_000;
/** Attempts of one request that a signer tells of. */
export const HELD_ATTEMPTS_MAX: number = 4;

export const HELLO_WITHIN_MS: number = 5_000;
export const HEARTBEAT_EVERY_MS: number = 2_000;
export const HEARTBEATS_MISSED_MAX: number = 3;
export const CEREMONY_ROUND_MS: number = 10_000;
export const PROPOSAL_LIFE_MS: number = 24 * 3_600_000;
export const PROPOSALS_OPEN_MAX: number = 256;
/** How far the number of a new epoch may be above all that a node knows of. */
export const EPOCH_NUMBERS_AHEAD_MAX: number = 64;
/** How long a node still signs at the epoch before, for requests that began there. */
export const EPOCH_GRACE_MS: number = 5_000;
/** Epochs of one key that are dealt and not activated, kept at most. */
export const EPOCHS_PREPARED_MAX: number = 16;
/** All epochs of a key as one message. */
export const LINEAGE_BYTES_MAX: number = 8 * 1024 * KiB;
/** How long a peer may take for one part of it. */
export const EPOCH_PART_WITHIN_MS: number = 3_000;
/** How long one attempt may wait for its signers before others are tried. */
export const SIGN_ATTEMPT_MS_MIN: number = 20;
export const SIGN_ATTEMPT_MS_MAX: number = 2_000;

/** Kinds of frames on the lanes between nodes. Kinds below 16 belong to the transport. */
export const FRAME: {
  readonly ceremony: 16;
  readonly proposal: 18;
  readonly start: 19;
  readonly keyStatus: 20;
  readonly keyRecords: 21;
  readonly offerRequest: 22;
  readonly offers: 23;
  readonly sign: 24;
  readonly signRefusal: 25;
  readonly signResult: 26;
  readonly ceremonyReport: 27;
  readonly oaths: 28;
  readonly noOffers: 29;
  readonly heldOffers: 30;
  readonly signCancel: 32;
  readonly signCancelled: 33;
  readonly epochStatus: 40;
  readonly epochParts: 41;
  readonly epochRequest: 42;
  readonly epochChunk: 43;
} = {
  ceremony: 16,
  proposal: 18,
  start: 19,
  keyStatus: 20,
  keyRecords: 21,
  offerRequest: 22,
  offers: 23,
  sign: 24,
  signRefusal: 25,
  signResult: 26,
  ceremonyReport: 27,
  oaths: 28,
  noOffers: 29,
  heldOffers: 30,
  signCancel: 32,
  signCancelled: 33,
  epochStatus: 40,
  epochParts: 41,
  epochRequest: 42,
  epochChunk: 43,
};

/** What a frame of each kind may hold at most, checked on its header before anything is read. */
export const FRAME_BYTES_MAX: ReadonlyMap<number, number> = new Map<number, number>([
  [FRAME.ceremony, 64 * KiB],
  [FRAME.proposal, 256 * KiB],
  [FRAME.start, 8 * KiB],
  [FRAME.keyStatus, 4 * KiB],
  [FRAME.keyRecords, 64 * KiB],
  [FRAME.offerRequest, 256],
  [FRAME.offers, 64 * KiB],
  [FRAME.sign, MESSAGE_BYTES_MAX + 256 * KiB],
  [FRAME.signRefusal, 1 * KiB],
  [FRAME.signResult, 1 * KiB],
  [FRAME.ceremonyReport, 8 * KiB],
  [FRAME.oaths, 16 * KiB],
  [FRAME.noOffers, 256],
  [FRAME.heldOffers, 48 * KiB],
  [FRAME.signCancel, 256],
  [FRAME.signCancelled, 256],
  [FRAME.epochStatus, 128 * KiB],
  [FRAME.epochParts, 128 * KiB],
  [FRAME.epochRequest, 256],
  [FRAME.epochChunk, 64 * KiB],
]);

/** Frames of the request plane, both ways. */
export const RPC_REQUEST_BYTES_MAX: number = MESSAGE_BYTES_MAX + 64 * KiB;
export const RPC_RESPONSE_BYTES_MAX: number = 1024 * KiB;
export const HELLO_BYTES_MAX: number = 1 * KiB;
