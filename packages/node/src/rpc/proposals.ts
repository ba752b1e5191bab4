/**
 * `proposal.*`: for operators. Submitting and deciding is for the operator of this very node,
 * whose host key countersigns.
 * @module
 */
import { fromHex, toHex } from '@permafrost/frost';
import { verifyOperatorSignature } from '@permafrost/protocol';
import { permafrost as wire } from '@permafrost/wire';
import { undestroyable } from '../core/destroy.ts';
import { unchangeable } from '../core/epochs-known.ts';
import { watch as watchProgress } from '../core/progress.ts';
import { operatorStatement, submitted } from '../core/proposals.ts';
import { proposalInfo } from '../core/views.ts';
import { keyOfPeerId } from '../peer-key.ts';
import type { ProposalEntry } from '../tables/proposals-entry.ts';
import { boundedBytes, exactBytes } from './decode.ts';
import { fitting, type RpcCall, type RpcParts, respond } from './parts.ts';

/** @throws WireError */
export function submit(
  parts: RpcParts,
  { call, caller }: RpcCall,
  message: wire.v1.ProposalSubmitRequest.$Properties,
): void {
  if (!isOwnOperator(parts, call, caller)) return;
  const { directory } = parts.context;
  const bytes = boundedBytes(message.proposal, { min: 1, max: 64 * 1024 }, 'proposal');
  const given = submitted(bytes);
  const proposer = keyOfPeerId(given.proposal.proposer);
  const isOurs =
    proposer !== undefined &&
    toHex(proposer) === caller &&
    toHex(given.proposal.node) === directory.self.host;
  const signature = exactBytes(message.operatorSignature, 64, 'signature');
  if (!isOurs || !isSigned(caller, 'accept', given.hash, signature)) {
    parts.fail(call, {
      code: 'E_BAD_REQUEST',
      message: 'the proposal is not signed by its operator, or names another node',
      hint: 'propose it with permafrost key create',
      nothingSigned: 'true',
    });
    return;
  }
  const { proposal } = given;
  const reason = proposal.type === 'destroy' ? undestroyable(parts.context, proposal) : undefined;
  if (reason !== undefined) {
    parts.fail(call, {
      code: 'E_KEY_STATE',
      message: `key ${proposal.name} is not destroyed: ${reason}`,
      hint: 'destroying an active key is not there yet; permafrost key show tells its state',
      nothingSigned: 'true',
    });
    return;
  }
  const unfit =
    proposal.type === 'reshare' || proposal.type === 'repair'
      ? unchangeable(parts.context, proposal, toHex(given.hash))
      : undefined;
  if (unfit?.isFinal === true) {
    parts.fail(call, {
      code: 'E_KEY_STATE',
      message: `key ${proposal.name} is not changed: ${unfit.reason}`,
      hint: 'permafrost key show tells its epoch and members; then repeat the command',
      nothingSigned: 'true',
    });
    return;
  }
  const statement = operatorStatement(parts.context, {
    verb: 'accept',
    proposalHash: given.hash,
    signature,
  });
  const refusal = parts.propose({ type: 'submit', submitted: given, statement });
  if (refusal !== undefined) {
    parts.fail(call, {
      code: 'E_BAD_REQUEST',
      message:
        proposal.type === 'destroy'
          ? `the end of key ${proposal.name} was not proposed: ${refusal}`
          : proposal.type !== 'create'
            ? `the change of key ${proposal.name} was not proposed: ${refusal}`
            : `key ${proposal.name} was not proposed: ${refusal}`,
      hint: 'permafrost key list and permafrost proposal list show what there is',
      nothingSigned: 'true',
    });
    return;
  }
  answer(parts, call, toHex(given.hash));
}

export function list(parts: RpcParts, { call, caller }: RpcCall): void {
  if (!isAnyOperator(parts, call, caller)) return;
  // What waits for somebody first, then the newest: the end is cut where the list is too long.
  const isOver = ({ outcome }: ProposalEntry): number => (outcome === 'open' ? 0 : 1);
  const proposals = [...parts.context.proposals.byId.values()]
    .sort((a, b) => isOver(a) - isOver(b) || b.proposal.expiresMs - a.proposal.expiresMs)
    .map((entry) => proposalInfo(parts.context, entry));
  const shown = fitting(proposals, wire.v1.ProposalInfo);
  respond(parts, call, { proposalList: { proposals: shown } });
}

/** @throws WireError */
export function decide(
  parts: RpcParts,
  { call, caller }: RpcCall,
  message: wire.v1.ProposalDecideRequest.$Properties,
): void {
  if (!isOwnOperator(parts, call, caller)) return;
  const hash = exactBytes(message.proposalHash, 64, 'proposal');
  const verb = (['accept', 'reject', 'withdraw'] as const).find((one) => one === message.verb);
  const signature = exactBytes(message.operatorSignature, 64, 'signature');
  if (verb === undefined || !isSigned(caller, verb, hash, signature)) {
    parts.fail(call, {
      code: 'E_BAD_REQUEST',
      message: 'the decision is not signed by its operator',
      hint: 'use permafrost proposal accept or reject',
      nothingSigned: 'true',
    });
    return;
  }
  const statement = operatorStatement(parts.context, { verb, proposalHash: hash, signature });
  const refusal = parts.propose({ type: 'decide', id: toHex(hash), statement });
  if (refusal === undefined) answer(parts, call, toHex(hash));
  else {
    parts.fail(call, {
      code: 'E_BAD_REQUEST',
      message: `nothing was decided: ${refusal}`,
      hint: 'permafrost proposal list shows what waits for you',
      nothingSigned: 'true',
    });
  }
}

/** @throws WireError */
export function watch(
  parts: RpcParts,
  { call, caller }: RpcCall,
  message: wire.v1.ProposalWatchRequest.$Properties,
): void {
  if (!isAnyOperator(parts, call, caller)) return;
  const id = toHex(exactBytes(message.proposalHash, 64, 'proposal'));
  if (parts.context.proposals.byId.has(id)) watchProgress(parts.context, parts.progress, id, call);
  else unknown(parts, call);
}

function answer(parts: RpcParts, call: number, id: string): void {
  const entry = parts.context.proposals.byId.get(id);
  if (entry === undefined) unknown(parts, call);
  else respond(parts, call, { proposal: proposalInfo(parts.context, entry) }, id);
}

function unknown(parts: RpcParts, call: number): void {
  parts.fail(call, {
    code: 'E_BAD_REQUEST',
    message: 'there is no such proposal',
    hint: 'permafrost proposal list shows those that there are',
    nothingSigned: 'true',
  });
}

function isSigned(
  operator: string,
  verb: 'accept' | 'reject' | 'withdraw',
  proposalHash: Uint8Array,
  signature: Uint8Array,
): boolean {
  const operatorPub = fromHex(operator);
  return verifyOperatorSignature({ verb, proposalHash, operatorPub, signature });
}

function isAnyOperator(parts: RpcParts, call: number, caller: string): boolean {
  if (parts.context.directory.operators.has(caller)) return true;
  parts.fail(call, {
    code: 'E_FORBIDDEN',
    message: 'proposals are for the operators on the roster',
    hint: 'use the home of an operator',
    nothingSigned: 'true',
  });
  return false;
}

function isOwnOperator(parts: RpcParts, call: number, caller: string): boolean {
  const { self } = parts.context.directory;
  if (self.operator === caller) return true;
  parts.fail(call, {
    code: 'E_FORBIDDEN',
    message: `only the operator of ${self.name} proposes and decides there`,
    hint: 'start your own node and ask it',
    nothingSigned: 'true',
  });
  return false;
}
