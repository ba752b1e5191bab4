/**
 * `key.list` and `key.get`: public facts about keys.
 * @module
 */
import { isName } from '@permafrost/protocol';
import { permafrost as wire } from '@permafrost/wire';
import { holdersOf } from '../core/epochs-known.ts';
import { isListed, keyInfo } from '../core/views.ts';
import { keyNamed } from '../tables/keys-entry.ts';
import { boundedText } from './decode.ts';
import { fitting, type RpcCall, type RpcParts, respond } from './parts.ts';

/** Keys that this node is a member of, in order of names. */
export function keyList(parts: RpcParts, { call }: RpcCall): void {
  const { context } = parts;
  const keys = [...context.keys.byId.values()]
    .filter(
      (entry) => isListed(context, entry) && keyNamed(context.keys, entry.proposal.name) === entry,
    )
    .sort((a, b) => (a.proposal.name < b.proposal.name ? -1 : 1));
  const shown = fitting(
    keys.map((entry) => keyInfo(context, entry)),
    wire.v1.KeyInfo,
  );
  respond(parts, call, { keyList: { keys: shown } });
}

/** One key by name; asked of a member where this node is none. */
export function keyGet(
  parts: RpcParts,
  { call, body, caller }: RpcCall,
  message: wire.v1.KeyGetRequest.$Properties,
): void {
  const { context } = parts;
  const name = boundedText(message.name, 63, 'name');
  const entry = keyNamed(context.keys, name);
  if (entry !== undefined && isListed(context, entry)) {
    respond(parts, call, {
      key: keyInfo(context, entry, {
        proof: message.proof === true,
        lineage: message.lineage === true,
      }),
    });
    return;
  }
  const elsewhere = [...context.proposals.byId.values()].find(
    (one) =>
      one.proposal.type === 'create' &&
      one.proposal.name === name &&
      (one.outcome === 'open' || one.outcome === 'done') &&
      !holdersOf(context, one).includes(context.self),
  );
  // What a host forwarded is not forwarded again.
  const mayForward = elsewhere !== undefined && !context.directory.byHost.has(caller);
  if (mayForward && parts.forward(holdersOf(context, elsewhere), call, body)) return;
  parts.fail(call, {
    code: 'E_UNKNOWN_KEY',
    // What can be nobody's name is not repeated: it may hold anything.
    message: isName(name) ? `there is no key named ${name}` : 'no key can have that name',
    hint: 'permafrost key list shows the keys of this network',
    nothingSigned: 'true',
  });
}
