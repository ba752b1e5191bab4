/**
 * Keys on their way between the table, other nodes and the store.
 * @module
 */
import { toHex } from '@permafrost/frost';
import { type KeysInput, type KeysOutput, stepKeys } from '../tables/keys.ts';
import { scheduleCanary } from './canary.ts';
import { log, sendTo } from './context.ts';
import { carryOutOaths } from './destroy.ts';
import type { CoreParts } from './parts.ts';
import { tellWatchers } from './progress.ts';
import { refillKey } from './refill.ts';
import { dropShare } from './signing.ts';

/** Gives one input to the table and carries out what comes of it. */
export function runKeys(parts: CoreParts, input: KeysInput): void {
  const { context } = parts;
  const { hostSeed } = context.options;
  const everyone = [...context.directory.byHost.keys()];
  for (const output of stepKeys(context.keys, input, {
    self: context.self,
    hostSeed,
    everyone,
    recoveredMs: context.boots.recoveredMs,
  })) {
    carryOut(parts, output);
  }
}

function carryOut(parts: CoreParts, output: KeysOutput): void {
  const { context } = parts;
  switch (output.type) {
    case 'persist':
      context.act(output.about.proposalId, { type: 'persist', changes: output.changes });
      return;
    case 'erase-secret':
      dropShare(parts.signer, output.about);
      context.act(output.about.proposalId, {
        type: 'persist',
        changes: [],
        secrets: [{ type: 'erase-secret', name: output.name }],
      });
      return;
    case 'send':
      // In order with the writes of this key: nothing is shown before it is durable.
      sendTo(context, output.about?.proposalId, { ...output, lane: 'bulk' });
      return;
    case 'keep-oaths':
    case 'tell-oaths':
    case 'sworn':
    case 'destroyed':
      carryOutOaths(parts, output);
      return;
    case 'confirmed':
      scheduleCanary(parts, output.entry, 0);
      return;
    case 'active':
      log(context, 'info', 'key active', {
        key: output.entry.proposal.name,
        suite: output.entry.suite.id,
        publicKey: toHex(output.entry.publicKey),
      });
      parts.propose({ type: 'done', id: output.entry.proposalId });
      refillKey(context, parts.signer, output.entry);
      return;
    case 'changed':
    case 'settled':
      tellWatchers(context, parts.progress, output.entry.proposalId);
      return;
    case 'lacking': {
      const one = context.proposals.byId.get(output.entry.proposalId);
      if (one === undefined || one.outcome !== 'open') return;
      const why = { code: 'no-certificate', hosts: [output.host] };
      parts.attemptFailed(one, output.entry.attempt, why);
      return;
    }
    case 'fault': {
      const one = context.proposals.byId.get(output.entry.proposalId);
      const { evidence, detail } = output;
      const culprit = evidence === undefined ? undefined : toHex(evidence.claim.culprit);
      if (culprit !== undefined) parts.fault(culprit, detail.code, evidence);
      if (one !== undefined && output.entry.state === 'pending') {
        const hosts = culprit === undefined ? [] : [culprit];
        parts.attemptFailed(one, output.entry.attempt, { code: detail.code, hosts });
      }
      return;
    }
  }
}
