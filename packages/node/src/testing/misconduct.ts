/**
 * Every kind of misconduct that can be proven, committed in a simulated network, and the evidence
 * that an honest node wrote of it.
 * @module
 */
import { type Ciphersuite, ciphersuite, toHex } from '@permafrost/frost';
import {
  DKG_ROUND,
  decodeEvidence,
  decodeSignRequest,
  decodeSignShare,
  type Evidence,
  type EvidenceKind,
  encodeSignRequest,
  encodeSignShare,
  type FaultDetail,
  type Opened,
  parseEnvelope,
  type Seat,
  sealEnvelope,
  signVote,
  voteFromWire,
} from '@permafrost/protocol';
import { decodeMessage, encodeMessage, limits, permafrost } from '@permafrost/wire';
import { runScript } from '../sim/adversary/scene.ts';
import { createKey, requestSignature } from '../sim/requests.ts';
import { reshareKey } from '../sim/reshares.ts';
import { createNetwork, type Network } from '../sim/world.ts';

/** Faults with a culprit; all but the one that is only seen can be proven. */
export type ProvableCode = Exclude<
  Extract<FaultDetail, { readonly culprit: Seat }>['code'],
  'bad-envelope'
>;

/** An adversary's script, or what to do in a network of three until somebody wrote evidence. */
type Deed = {
  readonly kind: EvidenceKind;
  readonly by: string | ((network: Network, suite: Ciphersuite) => void);
};

const LIAR = 1;
const SEEDS = [11, 12, 13, 14, 15, 16] as const;

/** By code; a code of ours that is missing here does not compile. */
export const MISCONDUCT: Readonly<Record<ProvableCode, readonly Deed[]>> = {
  equivocation: [
    { kind: 'equivocation', by: 'two-commits' },
    { kind: 'starts', by: 'second-start' },
    { kind: 'votes', by: secondVote },
  ],
  'malformed-message': [
    { kind: 'malformed', by: inCeremony(DKG_ROUND.commit, (payload) => payload.slice(0, 63)) },
  ],
  'bad-join': [{ kind: 'bad-join', by: 'replayed-static-key' }],
  'commit-mismatch': [{ kind: 'reveal', by: 'two-reveals' }],
  'bad-reveal': [{ kind: 'reveal', by: 'rogue-constant' }],
  'bad-share': [{ kind: 'complaint', by: 'share-of-another-value' }],
  'false-complaint': [{ kind: 'complaint', by: 'false-complaint' }],
  'bad-certificate': [
    {
      kind: 'certificate',
      by: inCeremony(DKG_ROUND.cert, (payload) =>
        payload.map((byte, i) => (i === payload.length - 20 ? byte ^ 1 : byte)),
      ),
    },
  ],
  'invalid-share': [{ kind: 'share', by: 'wrong-share' }],
  'conflicting-shares': [{ kind: 'shares', by: 'two-shares' }],
  'invalid-coordinator-share': [{ kind: 'coordinator-share', by: wrongSharesOfBothSorts }],
  'mixed-epochs': [{ kind: 'mixed-epochs', by: 'mixed-epochs' }],
};

/** Kinds that no script commits: of sessions that are tested below the node. */
export const WITHOUT_DEED: readonly EvidenceKind[] = ['sum'];

/** What an honest node wrote of one deed, in Ed25519. @throws Error when nobody proved it */
export function evidenceOfDeed(
  code: string,
  { kind, by }: Deed,
): { readonly text: string; readonly evidence: Evidence } {
  for (const seed of SEEDS) {
    const suite = ciphersuite('ed25519');
    const network =
      typeof by === 'string' ? runScript(by, seed, suite).network : runDeed(seed, by, suite);
    for (const text of network.nodes.flatMap(({ evidence }) => evidence)) {
      const evidence = decodeEvidence(text);
      if (evidence.claim.code === code && evidence.kind === kind) return { text, evidence };
    }
  }
  throw new Error(`nobody proved ${code} by ${kind}`);
}

function runDeed(seed: number, by: Exclude<Deed['by'], string>, suite: Ciphersuite): Network {
  const network = createNetwork({ seed, nodes: 3, suiteOf: () => suite });
  for (let i = 0; i < 3; i++) network.start(i);
  by(network, suite);
  return network;
}

/** Says something else in one round of a key generation, to all alike. */
function inCeremony(
  round: number,
  change: (payload: Uint8Array) => Uint8Array,
): (network: Network) => void {
  return (network) => {
    const seed = network.nodes[LIAR]?.seed ?? new Uint8Array();
    const changed = (envelope: Uint8Array): Uint8Array => {
      const opened = parseEnvelope(envelope);
      if (opened.round !== round || isOfAnother(network, opened)) return envelope;
      return sealEnvelope({ ...opened, payload: change(opened.payload) }, seed);
    };
    network.onFrame(({ from, kind, body }) => {
      if (from !== LIAR || kind !== limits.FRAME.ceremony) return body;
      const { scope, envelope } = decodeMessage(permafrost.v1.CeremonyEnvelope, body);
      return encodeMessage(permafrost.v1.CeremonyEnvelope, { scope, envelope: changed(envelope) });
    });
    createKey(network, { at: 0, name: 'team', minSigners: 2 });
    network.run(30_000);
  };
}

/** Members are in the order of their host keys. */
function isOfAnother({ nodes }: Network, { from }: Opened): boolean {
  const hosts = nodes.map(({ operator }) => operator.host).sort();
  return hosts[from - 1] !== nodes[LIAR]?.operator.host;
}

/** Whoever gave a wrong share is looked at more closely when it asks for one. */
function wrongSharesOfBothSorts(network: Network, suite: Ciphersuite): void {
  const watched = createKey(network, { at: 0, name: 'team', minSigners: 2 });
  network.run(20_000);
  const { key } = watched;
  if (key === undefined) throw new Error('no key');
  const seed = network.nodes[LIAR]?.seed ?? new Uint8Array();
  const other = (share: Uint8Array): Uint8Array =>
    suite.encodeScalar((suite.decodeScalar(share) + 1n) % suite.order);
  network.onFrame(({ from, kind, body }) => {
    if (from !== LIAR || kind !== limits.FRAME.sign) return body;
    const opened = parseEnvelope(body);
    if (opened.round === 2) {
      const { reqHash, share } = decodeSignShare(opened.payload);
      const payload = encodeSignShare({ reqHash, share: other(share) });
      return sealEnvelope({ ...opened, payload }, seed);
    }
    if (opened.round !== 1) return body;
    const { core, share } = decodeSignRequest(opened.payload);
    const payload = encodeSignRequest({ core, share: other(share) });
    return sealEnvelope({ ...opened, payload }, seed);
  });
  network.kill(2);
  for (const at of [0, LIAR]) {
    requestSignature(network, { at, key, message: new Uint8Array(3) });
    network.run(10_000);
  }
}

/** Says beside its vote for the next epoch of a key that it votes for another one as well. */
function secondVote(network: Network): void {
  const watched = createKey(network, { at: 0, name: 'team', minSigners: 2 });
  network.run(20_000);
  if (watched.key === undefined) throw new Error('no key');
  const seed = network.nodes[LIAR]?.seed ?? new Uint8Array();
  const own = network.nodes[LIAR]?.operator.host;
  network.onFrame(({ from, kind, body }) => {
    if (from !== LIAR || kind !== limits.FRAME.epochStatus) return body;
    const status = decodeMessage(permafrost.v1.EpochStatus, body);
    for (const { votes } of status.prepared ?? []) {
      const mine = votes?.find(({ hostPub }) => toHex(hostPub ?? new Uint8Array()) === own);
      if (mine === undefined) continue;
      const vote = voteFromWire(mine);
      votes?.push(signVote({ ...vote, epochId: new Uint8Array(32).fill(9) }, seed));
    }
    return encodeMessage(permafrost.v1.EpochStatus, status);
  });
  reshareKey(network, { at: 0, key: keyAt(network, 0), members: [0, 1, 2], minSigners: 2 });
  network.run(20_000);
}

/** The key as a node tells it. */
function keyAt(network: Network, at: number): permafrost.v1.KeyInfo.$Properties {
  const { operator } = network.nodes[at]?.operator ?? { operator: '' };
  let key: permafrost.v1.KeyInfo.$Properties | undefined;
  const body = encodeMessage(permafrost.v1.RpcRequest, { keyGet: { name: 'team' } });
  network.call(at, operator, body, (answer) => {
    key = decodeMessage(permafrost.v1.RpcResponse, answer.body).key ?? undefined;
  });
  network.run(1_000);
  if (key === undefined) throw new Error('no key');
  return key;
}
