import type { Acting } from '../identity/account-desk.ts';
import { requireUser } from '../verbs/authorise.ts';
import type { VerbContext } from '../verbs/verb-context.ts';

/** Who asks, about their own account. Throws `session.missing`. */
export function requireSelf(ctx: VerbContext): Acting {
  const { user } = requireUser(ctx);
  const { address, requestId, language } = ctx;
  return { user, visitor: { address, requestId }, language };
}
