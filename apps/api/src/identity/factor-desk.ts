import { randomUUID } from 'node:crypto';
import { createOTP } from '@better-auth/utils/otp';
import {
  confirmTotp,
  endSessions,
  findAccount,
  findFactor,
  findPasswordHash,
  listPasskeys,
  markSessionProven,
  removeFactors,
  removePasskey,
  removeTotp,
  renamePasskey,
  savePendingTotp,
  saveRecoveryHashes,
} from '@highwater/db';
import { FaultError, type UserId } from '@highwater/domain';
import { generateRandomString, symmetricEncrypt } from 'better-auth/crypto';
import type { AccountDesk, Acting } from './account-desk.ts';
import type { IdentityParts } from './identity-parts.ts';
import { hashRecoveryCode, makeRecoveryCodes } from './recovery-codes.ts';
import { provenUntil, requireProof } from './require-proof.ts';
import { isFreshCode } from './second-step.ts';

type FactorDesk = Omit<AccountDesk, 'listSessions' | 'endSession' | 'endOtherSessions' | 'prove' | 'changePassword'>;

/** Characters of an app's secret, each of six bits: more than the 160 bits that apps expect. */
const SECRET_LENGTH = 32;

export function createFactorDesk(parts: IdentityParts): FactorDesk {
  const { auth, pool, clock, mails, audit, recoveryKey } = parts;

  async function makeCodes(userId: UserId): Promise<readonly string[]> {
    const codes = makeRecoveryCodes();
    const hashes = codes.map((code) => hashRecoveryCode(recoveryKey, userId, code));
    await saveRecoveryHashes(pool, randomUUID(), userId, hashes);
    return codes;
  }

  const countCodes = (hashes: string | undefined): number => (JSON.parse(hashes ?? '[]') as unknown[]).length;

  async function tellOfRemoval({ user, visitor, language }: Acting, factor: 'totp' | 'passkey'): Promise<void> {
    await endSessions(pool, user.userId, user.sessionId);
    await audit.record(user.userId, 'factor.removed', visitor, { factor });
    await mails.tell('factor_removed', { email: user.email, name: user.name, language });
  }

  return {
    async findSecurity(user) {
      const factor = await findFactor(pool, user.userId);
      return {
        hasPassword: (await findPasswordHash(pool, user.userId)) !== undefined,
        totpSince: factor?.verified === true ? (factor.verifiedAt ?? user.signedInAt) : null,
        recoveryCodesLeft: countCodes(factor?.recoveryHashes),
        passkeys: await listPasskeys(pool, user.userId),
        provenUntil: provenUntil(user, clock.now()),
      };
    },
    async beginTotp({ user }) {
      requireProof(user, clock.now());
      const secret = generateRandomString(SECRET_LENGTH);
      const { secretConfig } = await auth.$context;
      const encrypted = await symmetricEncrypt({ key: secretConfig, data: secret });
      if (!(await savePendingTotp(pool, randomUUID(), user.userId, encrypted))) throw new FaultError('factor.exists');
      const uri = createOTP(secret).url('Highwater', user.email);
      return { uri, secret: new URL(uri).searchParams.get('secret') ?? '' };
    },
    async confirmTotp({ user, visitor, language }, code) {
      requireProof(user, clock.now());
      const factor = await findFactor(pool, user.userId);
      if (factor?.verified === true) throw new FaultError('factor.exists');
      const right = await parts.limits.proof(user, () => isFreshCode(parts, user.userId, code));
      if (!right) throw new FaultError('proof.wrong', { field: 'code' });
      const now = clock.now();
      await confirmTotp(pool, user.userId, now);
      await markSessionProven(pool, user.sessionId, now, 'totp');
      await endSessions(pool, user.userId, user.sessionId);
      await audit.record(user.userId, 'factor.added', visitor, { factor: 'totp' });
      await mails.tell('factor_added', { email: user.email, name: user.name, language });
      return countCodes(factor?.recoveryHashes) > 0 ? [] : makeCodes(user.userId);
    },
    async removeTotp(acting) {
      requireProof(acting.user, clock.now(), true);
      if ((await findFactor(pool, acting.user.userId))?.verified !== true) throw new FaultError('thing.missing');
      await removeTotp(pool, acting.user.userId);
      await tellOfRemoval(acting, 'totp');
    },
    async renewRecoveryCodes({ user, visitor }) {
      requireProof(user, clock.now());
      const factor = await findFactor(pool, user.userId);
      const passkeys = await listPasskeys(pool, user.userId);
      if (factor?.verified !== true && passkeys.length === 0) throw new FaultError('thing.missing');
      const codes = await makeCodes(user.userId);
      await audit.record(user.userId, 'recovery.renewed', visitor);
      return codes;
    },
    async renamePasskey({ user }, passkeyId, name) {
      if (!(await renamePasskey(pool, user.userId, passkeyId, name))) throw new FaultError('thing.missing');
    },
    async removePasskey(acting, passkeyId) {
      requireProof(acting.user, clock.now(), true);
      if (!(await removePasskey(pool, acting.user.userId, passkeyId))) throw new FaultError('thing.missing');
      await tellOfRemoval(acting, 'passkey');
    },
    async resetFactors(userId, language) {
      const account = await findAccount(pool, userId);
      if (account === undefined) throw new FaultError('thing.missing');
      await removeFactors(pool, userId);
      await endSessions(pool, userId, null);
      await mails.tell('factor_reset', { ...account, language });
    },
  };
}
