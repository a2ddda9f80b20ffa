import { hashPassword, verifyPassword } from '@highwater/crypto';
import { endSessions, findPasswordHash, forgetDevices, markSessionProven, takeRecoveryHash } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import type { SignedInUser } from '../actor/actor.ts';
import type { AccountDesk } from './account-desk.ts';
import { checkPassword } from './check-password.ts';
import type { IdentityParts } from './identity-parts.ts';
import { hashRecoveryCode } from './recovery-codes.ts';
import { requireProof } from './require-proof.ts';
import { isFreshCode } from './second-step.ts';

const APP_CODE = /^\d{3}\s?\d{3}$/;
const RECOVERY_CODE = /^[a-z0-9]{5}-?[a-z0-9]{5}$/i;

export function createPasswordDesk(parts: IdentityParts): Pick<AccountDesk, 'prove' | 'changePassword'> {
  const { auth, pool, clock, limits, mails, audit, recoveryKey } = parts;

  /** A proof may look like several things; each is tried, and all of it counts once. */
  async function isRight({ userId }: SignedInUser, proof: string): Promise<boolean> {
    const typed = proof.trim();
    if (APP_CODE.test(typed) && (await isFreshCode(parts, userId, typed))) return true;
    if (RECOVERY_CODE.test(typed)) {
      if (await takeRecoveryHash(pool, userId, hashRecoveryCode(recoveryKey, userId, typed))) return true;
    }
    const hash = await findPasswordHash(pool, userId);
    return hash !== undefined && verifyPassword(hash, proof);
  }

  return {
    async prove({ user, visitor }, proof) {
      const right = await limits.proof(user, () => isRight(user, proof));
      if (!right) {
        await audit.record(user.userId, 'session.refused', visitor, { way: 'proof' });
        throw new FaultError('proof.wrong', { field: 'proof' });
      }
      await markSessionProven(pool, user.sessionId, clock.now());
    },
    async changePassword({ user, visitor, language }, password) {
      requireProof(user, clock.now());
      checkPassword(password);
      // An account of a single sign-on has none, and gets none.
      if ((await findPasswordHash(pool, user.userId)) === undefined) throw new FaultError('thing.missing');
      const hash = await limits.hash(() => hashPassword(password));
      const { internalAdapter } = await auth.$context;
      await internalAdapter.updatePassword(user.userId, hash);
      await endSessions(pool, user.userId, user.sessionId);
      await forgetDevices(pool, user.userId, clock.now());
      await audit.record(user.userId, 'password.changed', visitor);
      await mails.tell('password_changed', { email: user.email, name: user.name, language });
    },
  };
}
