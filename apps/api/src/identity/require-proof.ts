import { FaultError, type UnixMs } from '@highwater/domain';
import type { SignedInUser } from '../actor/actor.ts';

/** How long after showing password or factor the account can be changed. */
const PROVEN_MS = 10 * 60_000;

/**
 * Somebody who changes an account has shown password or factor lately; `again`: since they signed in, too.
 * A stolen cookie alone adds no factor and takes none away. Throws `proof.needed`, `single_sign_on.only`.
 */
export function requireProof(user: SignedInUser, now: UnixMs, again = false): void {
  // Of who comes by single sign-on, password and factors are the company's.
  if (user.tenantId !== null) throw new FaultError('single_sign_on.only');
  const shown = Math.max(user.provenAt ?? 0, again ? 0 : user.signedInAt);
  if (now - shown > PROVEN_MS) throw new FaultError('proof.needed');
}

/** Until when `requireProof` lets the person change things; null when it does not. */
export function provenUntil(user: SignedInUser, now: UnixMs): UnixMs | null {
  const until = Math.max(user.provenAt ?? 0, user.signedInAt) + PROVEN_MS;
  return until >= now ? until : null;
}
