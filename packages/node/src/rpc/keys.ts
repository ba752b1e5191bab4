/**
 * `key.list`, `key.get` and `key.derive`: public facts about keys.
 * @module
 */
import { checkChildPath, childPathOf, isName } from '@permafrost/protocol';
import { permafrost as wire } from '@permafrost/wire';
import { childOf } from '../core/children.ts';
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
  of: RpcCall,
  message: wire.v1.KeyGetRequest.$Properties,
): void {
  const { context } = parts;
  const name = boundedText(message.name, 63, 'name');
  const entry = keyNamed(context.keys, name);
  if (entry !== undefined && isListed(context, entry)) {
    const { proof, lineage } = message;
    const wanted = { proof: proof === true, lineage: lineage === true };
    respond(parts, of.call, { key: keyInfo(context, entry, wanted) });
    return;
  }
  elsewhere(parts, of, name);
}

/**
 * A child of a key, as anyone can compute it from the raw key. Asked of a member where this node
 * is none. @throws WireError
 */
export function keyDerive(
  parts: RpcParts,
  of: RpcCall,
  message: wire.v1.KeyDeriveRequest.$Properties,
): void {
  const { context } = parts;
  const name = boundedText(message.name, 63, 'name');
  const wanted = checkChildPath(message);
  const entry = keyNamed(context.keys, name);
  if (entry === undefined || !isListed(context, entry)) {
    elsewhere(parts, of, name);
    return;
  }
  const { suite } = entry;
  try {
    const { child, publicKeys } = childOf(entry, childPathOf(wanted));
    const found = {
      name,
      id: entry.keyId,
      suite: suite.id,
      ...wanted,
      publicKey: suite.encodePublicKey(publicKeys.verifyingKey),
      rawKey: suite.encodeElement(entry.publicKeys.verifyingKey),
      element: suite.encodeElement(child.element),
      chainCode: child.chainCode,
    };
    respond(parts, of.call, { child: found });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    parts.fail(of.call, {
      code: 'E_BAD_REQUEST',
      message: `${name} has no such child: ${error.message}`,
      hint: 'a path looks like m/0/7',
      nothingSigned: 'true',
    });
  }
}

/** Where this node is no member of the key, a member answers; else there is no such key. */
function elsewhere(parts: RpcParts, { call, body, caller }: RpcCall, name: string): void {
  const { context } = parts;
  const one = [...context.proposals.byId.values()].find(
    (known) =>
      known.proposal.type === 'create' &&
      known.proposal.name === name &&
      (known.outcome === 'open' || known.outcome === 'done') &&
      !holdersOf(context, known).includes(context.self),
  );
  // What a host forwarded is not forwarded again.
  const mayForward = one !== undefined && !context.directory.byHost.has(caller);
  if (mayForward && parts.forward(holdersOf(context, one), call, body)) return;
  parts.fail(call, {
    code: 'E_UNKNOWN_KEY',
    // What can be nobody's name is not repeated: it may hold anything.
    message: isName(name) ? `there is no key named ${name}` : 'no key can have that name',
    hint: 'permafrost key list shows the keys of this network',
    nothingSigned: 'true',
  });
}
