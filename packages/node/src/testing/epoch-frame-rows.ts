/**
 * Fields of the frames about later epochs of a key, with values that no honest member sends.
 * @module
 */
import { encodeMessage, limits, permafrost } from '@permafrost/wire';
import { ceremony } from './keys.ts';
import { ANY, bytes, FAR, not, type Table } from './message-rows.ts';
import { asFrame } from './node-rows.ts';

const { FRAME } = limits;
const { keyId, epochId } = ceremony(3).entryOf(0);
const status = { epochId: bytes(32), certsMissing: [1], storedMissing: [2], votes: [] };
const seats = [new Array(limits.MEMBERS_MAX + 1).fill(1)];

export const EPOCH_FRAME_ROWS: readonly Table[] = [
  {
    message: 'EpochStatus',
    good: { keyId, number: 0, epochId, prepared: [status], answers: true },
    read: asFrame(FRAME.epochStatus),
    fields: {
      keyId: not(16),
      number: FAR,
      epochId: not(32),
      prepared: [[{}], new Array(limits.EPOCHS_PREPARED_MAX + 1).fill(status)],
      answers: ANY,
      lacksShare: ANY,
    },
  },
  {
    message: 'PreparedStatus',
    good: status,
    read: (body) =>
      asFrame(FRAME.epochStatus)(
        // One field more, of a message that ends with it.
        Uint8Array.from([...statusOf(), (4 << 3) | 2, body.length, ...body]),
      ),
    fields: {
      epochId: not(32).filter(({ length }) => length < 100),
      certsMissing: seats,
      storedMissing: seats,
      isTested: ANY,
      votes: [[{}], [{ keyId: bytes(15) }]],
    },
  },
  {
    message: 'EpochParts',
    good: { keyId, epochId, envelopes: [bytes(3)], testSignature: bytes(64) },
    read: asFrame(FRAME.epochParts),
    fields: {
      keyId: not(16),
      epochId: not(32),
      envelopes: [new Array(2 * limits.MEMBERS_MAX + 1).fill(bytes(3))],
      testSignature: [bytes(129)],
    },
  },
  {
    message: 'EpochRequest',
    good: { keyId, epochId, hasBase: true, after: 3, offset: 5 },
    read: asFrame(FRAME.epochRequest),
    fields: { keyId: not(16), epochId: not(32), hasBase: ANY, after: FAR, offset: ANY },
  },
  {
    message: 'EpochChunk',
    good: { keyId, epochId, total: 9, offset: 3, part: bytes(3) },
    read: asFrame(FRAME.epochChunk),
    fields: {
      keyId: not(16),
      epochId: not(32),
      total: ANY,
      offset: ANY,
      part: [bytes(0), bytes(49_153)],
    },
  },
];

/** An EpochStatus with nothing prepared. */
function statusOf(): Uint8Array {
  return encodeMessage(permafrost.v1.EpochStatus, { keyId, epochId });
}
