/**
 * The same steps by `@cmdcode/frost`, which signs for Taproot. A signer derives the context of the
 * signature and computes its share; unlike ours it does not check that share. The coordinator
 * derives the context, adds the shares and verifies the signature.
 */
import {
  combine_partial_sigs,
  create_commit_pkg,
  create_dealer_set,
  get_group_signing_ctx,
  sign_msg,
  verify_final_sig,
} from '@cmdcode/frost/lib';
import type { Steps } from './signing.ts';

const message = '07'.repeat(32);

/** A key of its own of t of n, and the steps of its first t participants. */
export function cmdcodeSteps(t: number, n: number): Steps {
  const group = create_dealer_set(t, n);
  const shares = group.shares.slice(0, t);
  const [first] = shares as [(typeof shares)[number]];
  const commitAll = () => shares.map((share) => create_commit_pkg(share));
  const contextOf = (commits: ReturnType<typeof commitAll>) =>
    get_group_signing_ctx(group.group_pk, commits, message);
  const signAll = (commits: ReturnType<typeof commitAll>) =>
    shares.map((share, k) => sign_msg(contextOf(commits), share, commits[k]!));
  const check = (context: ReturnType<typeof contextOf>, signature: string): void => {
    if (!verify_final_sig(context, message, signature)) throw new Error('does not verify');
  };
  const made = commitAll();
  const parts = signAll(made);
  const combine = (commits: typeof made, of: typeof parts): string => {
    const context = contextOf(commits);
    const signature = combine_partial_sigs(context, of);
    check(context, signature);
    return signature;
  };
  const context = contextOf(made);
  const signature = combine(made, parts);
  return {
    commit: () => () => create_commit_pkg(first),
    sign: () => {
      const own = create_commit_pkg(first);
      const commits = [own, ...made.slice(1)];
      return () => sign_msg(contextOf(commits), first, own);
    },
    aggregate: () => () => combine(made, parts),
    verify: () => () => check(context, signature),
    whole: () => () => {
      const commits = commitAll();
      combine(commits, signAll(commits));
    },
  };
}
