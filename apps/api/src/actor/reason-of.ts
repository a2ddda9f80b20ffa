import { findReason, type TenantTx } from '@highwater/db';
import type { MemberId, UnixMs } from '@highwater/domain';
import type { ReasonOfSession, SignedInUser } from './actor.ts';

const HOUR_MS = 3_600_000;
/** Clocks of two servers differ by no more. */
const SKEW_MS = 60_000;

/** The reason in force in a member's session, as it is now: one that has run out is none. */
export async function reasonOf(
  tx: TenantTx,
  memberId: MemberId,
  user: SignedInUser,
  now: UnixMs,
): Promise<ReasonOfSession> {
  const { sessionId } = user;
  const { hours, given } = await findReason(tx, memberId, sessionId);
  const until = hours === null || given === null ? null : given.at + hours * HOUR_MS;
  // One from the future was given before the clock went back: it does not hold longer for that.
  const isInForce = until !== null && until > now && given !== null && given.at <= now + SKEW_MS;
  if (!isInForce) return { sessionId, hours, auditId: null, givenAt: null, until: null };
  return { sessionId, hours, auditId: given.auditId, givenAt: given.at, until };
}
