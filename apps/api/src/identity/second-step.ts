import { findAccount, findFactor, findWaitingSignIn, takeTotpStep, type AccountRow } from '@highwater/db';
import type { UserId } from '@highwater/domain';
import { symmetricDecrypt } from 'better-auth/crypto';
import { z } from 'zod';
import { acceptedLanguage } from '../http/accept-language.ts';
import { openedFor, reduceAnswer } from './answers.ts';
import type { IdentityParts } from './identity-parts.ts';
import type { Visitor } from './identity.ts';
import { matchTotp } from './match-totp.ts';
import { readForm, requestWith } from './read-form.ts';
import { hashRecoveryCode } from './recovery-codes.ts';

const form = z.object({ code: z.string().trim().min(6).max(20) });
/** Cookies that begin so belong to a sign-in that waits for its second step; the rest is not shown to the library. */
const STEP_COOKIE = /^(?:__Host-)?highwater\.two_factor=/;

/** The second step of a sign-in: a code of the authenticator app, each taken once, or a recovery code. */
export async function takeSecondStep(
  parts: IdentityParts,
  way: 'totp' | 'recovery',
  request: Request,
  headers: Headers,
  visitor: Visitor,
): Promise<Response> {
  const { auth, limits, audit, mails } = parts;
  const { code } = await readForm(request, form);
  const cookie = headers.get('cookie');
  const own = new Headers(headers);
  // With a session besides, the library would check the code of that session, and count nothing.
  own.set(
    'cookie',
    (cookie ?? '')
      .split(/; */)
      .filter((pair) => STEP_COOKIE.test(pair))
      .join('; '),
  );
  const account = await findWaiting(parts, own.get('cookie') ?? '');
  const from = { email: account?.email ?? '', cookie, address: visitor.address };
  const answer = await limits.code(from, async () => {
    const shown = way === 'totp' ? await takeCode(parts, account, code) : hashOf(parts, account, code);
    return auth.handler(requestWith(request, own, { code: shown }));
  });
  const opened = await openedFor(answer);
  const reduced = await reduceAnswer(answer);
  if (opened !== undefined && account !== undefined) {
    reduced.headers.append('set-cookie', limits.remember(account.email));
    await audit.record(account.userId, 'session.opened', visitor, { way });
    if (way === 'recovery') {
      await audit.record(account.userId, 'recovery.used', visitor);
      await mails.tell('recovery_used', { ...account, language: visitorLanguage(headers) });
    }
  } else if (answer.status === 401 && account !== undefined) {
    audit.later(() => Promise.resolve(account), 'session.refused', visitor, { way });
  }
  return reduced;
}

/** A code that counts nowhere is shown instead of one that was used or is wrong: the library's answer stays the same. */
const NO_CODE = 'none00';

async function takeCode(parts: IdentityParts, account: AccountRow | undefined, code: string): Promise<string> {
  return account !== undefined && (await isFreshCode(parts, account.userId, code)) ? code : NO_CODE;
}

/** Whether it is a code of the person's app that was not used before; it is now. */
export async function isFreshCode({ auth, pool }: IdentityParts, userId: UserId, code: string): Promise<boolean> {
  const factor = await findFactor(pool, userId);
  if (factor === undefined || factor.secret === '') return false;
  const { secretConfig } = await auth.$context;
  const secret = await symmetricDecrypt({ key: secretConfig, data: factor.secret });
  const step = await matchTotp(secret, code.replaceAll(/\s/g, ''), Date.now());
  return step !== undefined && takeTotpStep(pool, userId, step);
}

function hashOf({ recoveryKey }: IdentityParts, account: AccountRow | undefined, code: string): string {
  return hashRecoveryCode(recoveryKey, account?.userId ?? '', code);
}

/** Whose sign-in waits, as the cookie says; whether the cookie is true the library finds out. */
async function findWaiting({ pool }: IdentityParts, cookie: string): Promise<AccountRow | undefined> {
  const value = cookie.replace(STEP_COOKIE, '').split('; ')[0] ?? '';
  const identifier = decodeURIComponent(value).split('.')[0] ?? '';
  if (!identifier.startsWith('2fa-')) return undefined;
  const userId = await findWaitingSignIn(pool, identifier);
  return userId === undefined ? undefined : findAccount(pool, userId);
}

function visitorLanguage(headers: Headers) {
  return acceptedLanguage(headers.get('accept-language') ?? undefined);
}
