import { findAccountByEmail, findFactor, listPasskeys } from '@highwater/db';
import type { UserId } from '@highwater/domain';
import { z } from 'zod';
import { answerWith, openedFor, reduceAnswer } from './answers.ts';
import type { IdentityParts } from './identity-parts.ts';
import type { Visitor } from './identity.ts';
import { readForm, requestWith } from './read-form.ts';

const form = z.object({ email: z.string(), password: z.string() });

/** Checks a password. Without a second factor it opens a session; else it answers which factors can be shown next. */
export async function signIn(
  parts: IdentityParts,
  request: Request,
  headers: Headers,
  visitor: Visitor,
): Promise<Response> {
  const { auth, pool, limits, audit } = parts;
  const typed = await readForm(request, form);
  const from = { email: typed.email, cookie: headers.get('cookie'), address: visitor.address };
  const find = () => findAccountByEmail(pool, typed.email.toLowerCase());
  const answer = await limits.signIn(from, () => auth.handler(requestWith(request, headers, typed)));
  if (answer.status === 401) audit.later(find, 'session.refused', visitor, { way: 'password' });
  const opened = await openedFor(answer);
  const reduced = await reduceAnswer(answer);
  if (opened !== undefined) {
    reduced.headers.append('set-cookie', limits.remember(opened.email));
    await audit.record(opened.id as UserId, 'session.opened', visitor, { way: 'password' });
    return reduced;
  }
  const account = answer.ok ? await find() : undefined;
  if (account === undefined) return reduced;
  const [factor, passkeys] = [await findFactor(pool, account.userId), await listPasskeys(pool, account.userId)];
  const methods = [...(factor?.verified === true ? ['totp'] : []), ...(passkeys.length > 0 ? ['passkey'] : [])];
  return answerWith(reduced, { twoFactorRedirect: true, methods });
}
