/**
 * Explores: one seed makes a whole network, its conditions and its accidents; what must hold
 * however they fall is checked from outside.
 * @module
 */
import { type Ciphersuite, ciphersuite, toHex } from '@permafrost/frost';
import {
  DKG_ROUND,
  decodeEvidence,
  decodeSignCore,
  decodeSignRequest,
  decodeSignShare,
  encodeSignShare,
  parseEnvelope,
  sealEnvelope,
  signRequestHash,
  verifyEvidence,
} from '@permafrost/protocol';
import { ratioOf, toySuite } from '@permafrost/protocol/sim';
import { decodeMessage, limits, permafrost } from '@permafrost/wire';
import { createKey, requestSignature } from './requests.ts';
import { createNetwork, type Network } from './world.ts';

export type Violation = {
  readonly seed: number;
  readonly checker: string;
  readonly detail: string;
};

export type RunOptions = {
  readonly seed: number;
  readonly nodes?: number;
  readonly threshold?: number;
  /** `toy`, or the id of a real suite; chosen by the seed unless given. */
  readonly suite?: string;
};

export type RunReport = {
  readonly seed: number;
  readonly suite: string;
  readonly nodes: number;
  readonly threshold: number;
  readonly events: number;
  readonly keys: number;
  readonly signatures: number;
  readonly faultsInjected: ReadonlyMap<string, number>;
  readonly violations: readonly Violation[];
  readonly trace: readonly string[];
};

/** One seed in ten runs a real suite; key generation with one costs a hundred times as much. */
const REAL_SUITES = ['ed25519', 'secp256k1', 'ristretto255', 'secp256k1-tr'] as const;
const REQUESTS = 4;

/** Verifies with something that is not ours, where there is such a thing for the suite. */
export type OutsideVerifier = (
  suite: string,
  given: {
    readonly publicKey: Uint8Array;
    readonly message: Uint8Array;
    readonly signature: Uint8Array;
  },
) => boolean | undefined;

/** Runs one seed to its end. The same seed gives the same report. */
export function explore(options: RunOptions, verifyOutside: OutsideVerifier): RunReport {
  const { seed } = options;
  const probe = createNetwork({ seed, nodes: 1, suiteOf: ciphersuite });
  const chance = probe.world.random('plan');
  const pick = (from: number, to: number): number =>
    from + Math.floor(ratioOf(chance) * (to - from + 1));
  const nodes = options.nodes ?? pick(2, 6);
  const threshold = options.threshold ?? pick(2, nodes);
  const suite =
    options.suite ?? (pick(1, 10) === 1 ? (REAL_SUITES[pick(0, 3)] ?? 'ed25519') : 'toy');
  const wireSuite = suite === 'toy' ? 'ed25519' : suite;
  const real: Ciphersuite =
    suite === 'toy' ? { ...toySuite, id: wireSuite } : ciphersuite(wireSuite);
  const network = createNetwork({
    seed,
    nodes,
    suiteOf: () => real,
    conditions: {
      latencyMsMin: 1,
      latencyMsMax: pick(2, 120),
      diskMsMax: pick(1, 30),
      repeatRatio: pick(0, 3) / 10,
    },
  });

  const faults = new Map<string, number>();
  const violations: Violation[] = [];
  const violate = (checker: string, detail: string) => violations.push({ seed, checker, detail });
  const inject = (kind: string) => faults.set(kind, (faults.get(kind) ?? 0) + 1);
  let events = 0;
  network.onAction(() => events++);
  watchNonces(network, violate);
  watchPromises(network, violate);

  // The liar, if there is one: its shares are wrong, everything else about it is right.
  const liar = nodes > threshold && pick(1, 4) === 1 ? pick(0, nodes - 1) : undefined;
  if (liar !== undefined) lie(network, liar, real, () => inject('wrong-share'));

  const start = () => {
    for (let i = 0; i < nodes; i++) network.start(i);
  };
  start();
  for (let i = pick(0, 3); i > 0; i--) {
    const victim = pick(0, nodes - 1);
    network.world.after(pick(1, 3_000), () => {
      inject('kill');
      network.kill(victim);
    });
    network.world.after(pick(3_000, 6_000), () => network.start(victim));
  }
  const propose = () =>
    createKey(network, {
      at: pick(0, nodes - 1),
      name: 'key',
      minSigners: threshold,
      suite: wireSuite,
    });
  let watched = propose();
  // Faults stop; from here on everything pending must end.
  network.world.after(6_500, start);
  network.run(120_000);
  // The node that was asked may have died before it told anybody: then its client asks again.
  const isKnown = network.nodes.some(({ disk }) =>
    [...disk.records.keys()].some((path) => path.startsWith('proposal/')),
  );
  if (!isKnown || watched.error !== undefined) {
    watched = propose();
    network.run(60_000);
  }
  const key = keyEverywhere(network, watched.key, violate);

  let signatures = 0;
  if (key !== undefined) {
    for (let i = 0; i < REQUESTS; i++) {
      const spare = nodes - threshold - (liar === undefined ? 0 : 1);
      const entry = pick(0, nodes - 1);
      const victim = pick(0, nodes - 1);
      if (spare > 0 && victim !== entry && victim !== liar && pick(0, 1) === 1) {
        network.world.after(pick(0, 60), () => {
          inject('kill-signer');
          network.kill(victim);
        });
        network.world.after(8_000, () => network.start(victim));
      }
      const message = network.world.random(`message ${i}`)(pick(0, 64));
      const signed = requestSignature(network, { at: entry, key, message });
      network.run(20_000);
      const { progress } = signed;
      if (progress?.state !== 'signed') {
        violate('every request ends', `request ${i}: ${progress?.error?.message ?? 'no answer'}`);
        continue;
      }
      signatures++;
      const signature = progress.signature ?? new Uint8Array();
      const publicKey = key.publicKey ?? new Uint8Array();
      const isValid =
        real.verify({ publicKey, message, signature }) &&
        verifyOutside(suite, { publicKey, message, signature }) !== false;
      if (!isValid) violate('signatures verify', `request ${i}`);
    }
  }
  checkBlame(network, liar, real, violate);
  return {
    seed,
    suite,
    nodes,
    threshold,
    events,
    keys: key === undefined ? 0 : 1,
    signatures,
    faultsInjected: faults,
    violations,
    trace: network.world.trace,
  };
}

type Violate = (checker: string, detail: string) => void;
type KeyInfo = permafrost.v1.KeyInfo.$Properties;

/** One key of one name, the same for everybody, and active. */
function keyEverywhere(
  network: Network,
  told: KeyInfo | undefined,
  violate: Violate,
): KeyInfo | undefined {
  const bound = network.nodes.map(({ disk }) => {
    const id = disk.records.get('name/key');
    return id === undefined ? 'none' : toHex(id);
  });
  const distinct = new Set(bound);
  if (distinct.size > 1) violate('agreement', `nodes hold different keys: ${bound.join(' ')}`);
  const id = bound[0];
  if (id === undefined || id === 'none') {
    violate('everything pending ends', 'no key was made');
    return undefined;
  }
  const lacking = network.nodes.filter(({ disk }) => !disk.records.has(`key/${id}/state`));
  if (lacking.length > 0) {
    violate('everything pending ends', `${lacking.length} nodes have the key pending`);
  }
  const pending = network.nodes.flatMap(({ disk }) =>
    [...disk.records.keys()].filter((path) => path.endsWith('/record') && !path.includes(id)),
  );
  if (pending.length > 0) violate('agreement', 'another key of this name is still pending');
  return told ?? askForKey(network);
}

/** Where the watcher's own node was killed meanwhile, the key is asked for. */
function askForKey(network: Network): KeyInfo | undefined {
  let found: KeyInfo | undefined;
  network.askKey('key', (key) => {
    found = key;
  });
  network.run(2_000);
  return found;
}

/** Every nonce serves at most one request, over all boots of its owner. */
function watchNonces(network: Network, violate: Violate): void {
  const requests = new Map<string, readonly { readonly seat: number; readonly nonce: string }[]>();
  const served = new Map<string, string>();
  const serve = (nonce: string, reqHash: string) => {
    const before = served.get(nonce);
    if (before !== undefined && before !== reqHash) {
      violate('a nonce serves one request', `${nonce} served ${before} and ${reqHash}`);
    }
    served.set(nonce, reqHash);
  };
  network.onAction((_, action) => {
    if (action.type !== 'send' || action.kind !== limits.FRAME.sign) return;
    const opened = parseEnvelope(action.body);
    if (opened.round === 1) {
      const { core: bytes, share } = decodeSignRequest(opened.payload);
      const reqHash = toHex(signRequestHash(bytes));
      const nonces = decodeSignCore(bytes).offers.map(({ offer }) => ({
        seat: offer.identifier as number,
        nonce: `${offer.identifier}/${toHex(offer.bootId)}/${offer.nonceId}`,
      }));
      requests.set(reqHash, nonces);
      const own = nonces.find(({ seat }) => seat === opened.from);
      if (share.length > 0 && own !== undefined) serve(own.nonce, reqHash);
      return;
    }
    const reqHash = toHex(decodeSignShare(opened.payload).reqHash);
    const own = requests.get(reqHash)?.find(({ seat }) => seat === opened.from);
    if (own === undefined) violate('a share answers a request', reqHash);
    else serve(own.nonce, reqHash);
  });
}

/** Nothing is shown to anybody before it is on the disk of whoever says it. */
function watchPromises(network: Network, violate: Violate): void {
  const { FRAME } = limits;
  network.onAction((index, action) => {
    if (action.type !== 'send') return;
    const node = network.nodes[index];
    if (node === undefined) return;
    const { records } = node.disk;
    const isKept = (envelope: Uint8Array, what: 'cert' | 'stored') =>
      [...records].some(
        ([path, value]) => path.includes(`/${what}/`) && toHex(value) === toHex(envelope),
      );
    const shown = (envelope: Uint8Array, what: 'cert' | 'stored') => {
      if (envelope.length > 0 && !isKept(envelope, what)) {
        violate('nothing is promised before it is durable', `${node.operator.name} ${what}`);
      }
    };
    if (action.kind === FRAME.keyStatus) {
      const { cert, stored } = decodeMessage(permafrost.v1.KeyStatus, action.body);
      shown(cert, 'cert');
      shown(stored, 'stored');
    } else if (action.kind === FRAME.ceremony) {
      const { envelope } = decodeMessage(permafrost.v1.CeremonyEnvelope, action.body);
      const { round, payload } = parseEnvelope(envelope);
      const isCert = round === DKG_ROUND.cert && payload.length < 150;
      if (isCert) shown(envelope, 'cert');
      if (round === DKG_ROUND.stored) shown(envelope, 'stored');
    }
  });
}

/** Makes every share of a node wrong, in an envelope that is right. */
function lie(network: Network, liar: number, suite: Ciphersuite, onLie: () => void): void {
  const seed = network.nodes[liar]?.seed;
  if (seed === undefined) return;
  network.onFrame(({ from, kind, body }) => {
    if (from !== liar || kind !== limits.FRAME.sign) return body;
    const opened = parseEnvelope(body);
    if (opened.round !== 2) return body;
    onLie();
    const { reqHash, share } = decodeSignShare(opened.payload);
    const wrong = suite.encodeScalar((suite.decodeScalar(share) + 1n) % suite.order);
    return sealEnvelope({ ...opened, payload: encodeSignShare({ reqHash, share: wrong }) }, seed);
  });
}

/** Nobody honest is blamed, and every evidence file convinces by itself. */
function checkBlame(
  network: Network,
  liar: number | undefined,
  suite: Ciphersuite,
  violate: Violate,
): void {
  const guilty = liar === undefined ? undefined : network.nodes[liar]?.operator;
  for (const [index, node] of network.nodes.entries()) {
    if (index === liar) continue;
    for (const { event, fields } of node.logs) {
      if (event === 'fault' && fields.node !== guilty?.name) {
        violate('no honest node is blamed', `${node.operator.name}: ${JSON.stringify(fields)}`);
      }
    }
    for (const text of node.evidence) {
      const verdict = verifyEvidence(decodeEvidence(text), () => suite);
      if (!verdict.proven) violate('evidence convinces by itself', verdict.reason);
      else if (toHex(verdict.culprit) !== guilty?.host) {
        violate('evidence names the guilty', toHex(verdict.culprit));
      }
    }
  }
}
