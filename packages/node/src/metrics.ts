/**
 * Numbers for operators, at `/metrics` in the Prometheus text format; loopback unless configured
 * otherwise.
 * @module
 */
import { createServer, type Server } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { StorageError } from '@permafrost/storage';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Metric } from './effects.ts';

export type Metrics = {
  readonly count: (metric: Metric, labels: Readonly<Record<string, string>>, by: number) => void;
  readonly storeSeconds: (seconds: number) => void;
  readonly requestSeconds: (seconds: number) => void;
  readonly text: () => Promise<string>;
};

/** Values read when somebody asks for them. */
export type MetricSources = {
  readonly roundTrips: () => readonly { readonly peer: string; readonly seconds: number }[];
  readonly pools: () => readonly { readonly pool: string; readonly size: number }[];
  /** How long a signer may take before others are asked besides. */
  readonly patienceSeconds: () => number;
  readonly links: () => { readonly up: number; readonly total: number };
};

const COUNTERS: Readonly<
  Record<Metric, { readonly help: string; readonly labelNames: readonly string[] }>
> = {
  requests: { help: 'Requests answered as entry node', labelNames: ['outcome', 'code'] },
  attempts: { help: 'Signing sets tried', labelNames: [] },
  exclusions: { help: 'Signers left out of a request', labelNames: ['reason'] },
  epoch_retries: { help: 'Requests tried again between two epochs of a key', labelNames: [] },
  resumes: { help: 'Requests of other coordinators gone on with', labelNames: [] },
  cancels: { help: 'Requests taken back by their requesters', labelNames: [] },
  frames_refused: { help: 'Frames of a node that sends too many', labelNames: ['peer'] },
  decisions_untold: { help: 'Refusals beyond what the decision log takes', labelNames: [] },
  shares: { help: 'Signature shares given', labelNames: ['outcome'] },
  faults: { help: 'Faults seen, by peer', labelNames: ['peer', 'code'] },
  refused_dials: { help: 'Connections refused by the gater', labelNames: [] },
  ceremonies: { help: 'Key generation attempts ended here', labelNames: ['outcome'] },
};

export function createMetrics(sources: MetricSources): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counters = new Map(
    Object.entries(COUNTERS).map(([name, { help, labelNames }]) => [
      name,
      new Counter({
        name: `permafrost_${name}_total`,
        help,
        labelNames: [...labelNames],
        registers: [registry],
      }),
    ]),
  );
  const store = new Histogram({
    name: 'permafrost_store_batch_seconds',
    help: 'Time until a batch is durable',
    buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.05, 0.1, 0.5, 1],
    registers: [registry],
  });
  const requests = new Histogram({
    name: 'permafrost_request_seconds',
    help: 'Time from a request to its answer at the entry node',
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10],
    registers: [registry],
  });
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  gauge('permafrost_event_loop_delay_p99_seconds', 'Delay of the event loop', [], (set) => {
    set({}, delay.percentile(99) / 1e9);
    delay.reset();
  });
  gauge('permafrost_peer_round_trip_seconds', 'Latest heartbeat', ['peer'], (set) => {
    for (const { peer, seconds } of sources.roundTrips()) set({ peer }, seconds);
  });
  gauge('permafrost_sign_patience_seconds', 'Wait for signers before others are asked', [], (set) =>
    set({}, sources.patienceSeconds()),
  );
  gauge('permafrost_pool_size', 'Nonces and offers held', ['pool'], (set) => {
    for (const { pool, size } of sources.pools()) set({ pool }, size);
  });
  gauge('permafrost_links', 'Links to other nodes', ['state'], (set) => {
    const { up, total } = sources.links();
    set({ state: 'up' }, up);
    set({ state: 'down' }, total - up);
  });

  function gauge(
    name: string,
    help: string,
    labelNames: string[],
    read: (set: (labels: Record<string, string>, value: number) => void) => void,
  ): void {
    new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      collect() {
        this.reset();
        read((labels, value) => this.set(labels, value));
      },
    });
  }

  return {
    count: (metric, labels, by) => {
      counters.get(metric)?.inc({ ...labels }, by);
    },
    storeSeconds: (seconds) => store.observe(seconds),
    requestSeconds: (seconds) => requests.observe(seconds),
    text: () => registry.metrics(),
  };
}

/**
 * Serves the metrics until stopped.
 * @param address `HOST:PORT`; port 0 takes a free one
 * @throws StorageError E_BAD_REQUEST when it cannot listen there
 */
export async function serveMetrics(
  metrics: Metrics,
  address: string,
): Promise<{ readonly address: string; readonly stop: () => Promise<void> }> {
  const at = address.lastIndexOf(':');
  const port = Number(address.slice(at + 1));
  if (at < 1 || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new RangeError(`metrics address ${address}: expected HOST:PORT`);
  }
  const server: Server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  server.requestTimeout = 5_000;
  server.maxConnections = 16;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        new StorageError(
          'E_BAD_REQUEST',
          `cannot serve metrics at ${address}`,
          'another program has that address, or this machine has it not: give another one',
          cause,
        ),
      ),
    );
    server.listen(port, address.slice(0, at).replace(/^\[|\]$/g, ''), resolve);
  });
  const bound = server.address();
  const boundPort = typeof bound === 'object' && bound !== null ? bound.port : port;
  return {
    address: `${address.slice(0, at)}:${boundPort}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
