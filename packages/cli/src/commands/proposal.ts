/** `permafrost proposal list|show|accept|reject`. @module */
import type { Proposal, Verb } from '@permafrost/client';
import type { Context, Handler } from '../context.ts';
import { table } from '../keys.ts';
import { withNetwork } from '../open.ts';

export const list: Handler = async (context) => {
  const proposals = await withNetwork(context, (network) =>
    network.proposals.list({ signal: context.signal }),
  );
  const rows = proposals.map((one) => [
    one.id.slice(0, 12),
    one.type,
    one.name,
    one.suite,
    `${one.threshold} of ${one.members.length}`,
    one.state,
    one.waitingFor.length === 0 ? '' : `waits for ${one.waitingFor.join(' ')}`,
  ]);
  context.output.result({ proposals }, rows.length === 0 ? 'nothing waits' : table(rows));
  return 0;
};

export const show: Handler = async (context, _, [id = '']) => {
  const proposal = await withNetwork(context, (network) =>
    network.proposals.show(id, { signal: context.signal }),
  );
  context.output.result(proposal, text(proposal));
  return 0;
};

export const accept: Handler = (context, _, [id = '']) => decide(context, id, 'accept');
export const reject: Handler = (context, _, [id = '']) => decide(context, id, 'reject');

async function decide(context: Context, id: string, verb: Verb): Promise<number> {
  const proposal = await withNetwork(context, (network) =>
    network.proposals.decide(id, verb, { signal: context.signal }),
  );
  context.output.result(proposal, text(proposal));
  return 0;
}

function text(one: Proposal): string {
  return table([
    ['proposal', one.id],
    [
      'asks for',
      `${one.type} ${one.name}, ${one.suite}, ${one.threshold} of ${one.members.length}`,
    ],
    ['members', one.members.join(' ')],
    ['requesters', one.requesters.join(' ')],
    ['proposed by', `${one.proposer} at ${one.node}`],
    ['expires', new Date(one.expiresMs).toISOString()],
    [
      'state',
      one.detail === '' || one.detail === one.state ? one.state : `${one.state}: ${one.detail}`,
    ],
    ['accepted', one.accepted.join(' ')],
    ['waits for', one.waitingFor.join(' ')],
  ]);
}
