/**
 * Runs sessions against a simulated world.
 * @module
 */
import type { Evidence } from '../evidence.ts';
import type { FaultDetail } from '../fault.ts';
import type { DurableRecord, Input, Output, Seat, Session } from '../session.ts';
import type { Letter, Network } from './network.ts';
import type { World } from './world.ts';

export type Outcome<R> =
  | { readonly type: 'complete'; readonly result: R }
  | { readonly type: 'abort'; readonly detail: FaultDetail; readonly evidence?: Evidence };

export type Reported = {
  readonly by: Seat;
  readonly detail: FaultDetail;
  readonly evidence: Evidence | undefined;
};

export type Actor<R> = {
  readonly session: Session<R>;
  /** What a letter is to this session; undefined: its node would not let it in. */
  readonly open: (letter: Letter) => Input | undefined;
};

export type Simulation<R> = {
  /** Stops a participant. Everybody else is told that it is lost. */
  readonly kill: (seat: Seat) => void;
  readonly outcomes: ReadonlyMap<Seat, Outcome<R>>;
  readonly disks: ReadonlyMap<Seat, readonly DurableRecord[]>;
  /** Reports, and the faults that ended sessions, in order. */
  readonly reports: readonly Reported[];
  /** Everything that was sent, in order. */
  readonly letters: readonly Letter[];
};

/** Starts all sessions; `world.run()` does the rest. */
export function startSimulation<R>(
  world: World,
  network: Network,
  actors: ReadonlyMap<Seat, Actor<R>>,
): Simulation<R> {
  const outcomes = new Map<Seat, Outcome<R>>();
  const disks = new Map<Seat, DurableRecord[]>();
  const reports: Reported[] = [];
  const letters: Letter[] = [];
  const dead = new Set<Seat>();

  function give(seat: Seat, input: Input | undefined): void {
    const actor = actors.get(seat);
    if (actor === undefined || input === undefined || dead.has(seat)) return;
    carryOut(seat, actor.session.step(input));
  }

  function post(letter: Letter): void {
    letters.push(letter);
    network.post(letter, (arrived) => give(arrived.to, actors.get(arrived.to)?.open(arrived)));
  }

  function carryOut(seat: Seat, outputs: readonly Output<R>[]): void {
    for (const output of outputs) {
      if (output.type !== 'progress') world.note(`${seat} ${describe(output)}`);
      switch (output.type) {
        case 'send': {
          const { round, envelope } = output;
          const to = output.to === 'all' ? [...actors.keys()] : [output.to];
          for (const one of to) if (one !== seat) post({ from: seat, to: one, round, envelope });
          break;
        }
        case 'persist':
          disks.set(seat, [...(disks.get(seat) ?? []), output.record]);
          break;
        case 'deadline': {
          const { wait, afterMs } = output;
          world.after(afterMs, () => give(seat, { type: 'timeout', wait }));
          break;
        }
        case 'report':
          reports.push({ by: seat, detail: output.detail, evidence: output.evidence });
          break;
        case 'abort':
          reports.push({ by: seat, detail: output.detail, evidence: output.evidence });
          outcomes.set(seat, output);
          break;
        case 'complete':
          outcomes.set(seat, output);
          break;
        case 'progress':
          break;
      }
    }
  }

  function kill(seat: Seat): void {
    dead.add(seat);
    world.note(`${seat} dies`);
    for (const other of actors.keys()) give(other, { type: 'lost', from: seat });
  }

  for (const [seat, actor] of actors) carryOut(seat, actor.session.start());
  return { kill, outcomes, disks, reports, letters };
}

function describe(output: Output<unknown>): string {
  switch (output.type) {
    case 'send':
      return `send round ${output.round} to ${output.to} (${output.envelope.length} bytes)`;
    case 'persist':
      return `persist ${output.record.kind}`;
    case 'deadline':
      return `wait ${output.wait} for ${output.afterMs}ms`;
    case 'report':
      return `report ${JSON.stringify(output.detail)}`;
    case 'progress':
      return `progress ${output.stage}`;
    case 'complete':
      return 'complete';
    case 'abort':
      return `abort ${JSON.stringify(output.detail)}`;
  }
}
