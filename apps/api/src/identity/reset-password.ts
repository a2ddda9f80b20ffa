import { hashPassword, hashToken } from '@highwater/crypto';
import {
  dropMailedLinks,
  endSessions,
  findAccountByEmail,
  findMailedLink,
  findPasswordHash,
  forgetDevices,
  takeMailedLink,
} from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from 'zod';
import { acceptedLanguage } from '../http/accept-language.ts';
import { done } from './answers.ts';
import { checkPassword } from './check-password.ts';
import type { IdentityParts } from './identity-parts.ts';
import type { Visitor } from './identity.ts';
import { readForm } from './read-form.ts';

const asking = z.object({ email: z.email().max(254) });
const resetting = z.object({ token: z.string().max(64), password: z.string() });

/** Somebody forgot a password. The same answer and the same work for an address without an account, which gets no mail. */
export async function askReset(
  { pool, mails }: IdentityParts,
  request: Request,
  headers: Headers,
  { address }: Visitor,
): Promise<Response> {
  const email = (await readForm(request, asking)).email.toLowerCase();
  const account = await findAccountByEmail(pool, email);
  // An account of a single sign-on has no password, and gets none.
  const hash = await findPasswordHash(pool, account?.userId ?? NOBODY);
  const language = acceptedLanguage(headers.get('accept-language') ?? undefined);
  await mails.ask('reset', { email, name: account?.name ?? '', language }, address, hash === undefined);
  return done();
}

const NOBODY = '' as NonNullable<Awaited<ReturnType<typeof findAccountByEmail>>>['userId'];

/**
 * Follows the mailed link. Ends every session, open link and remembered browser of the account; the second factor, if
 * there is one, is asked for as before. Throws `mail_link.expired`.
 */
export async function resetPassword(
  parts: IdentityParts,
  request: Request,
  headers: Headers,
  visitor: Visitor,
): Promise<Response> {
  const { auth, pool, clock, limits, mails, audit } = parts;
  const typed = await readForm(request, resetting);
  checkPassword(typed.password);
  const hash = hashToken(typed.token);
  const link = await limits.link(visitor.address, () => findMailedLink(pool, 'reset', hash, clock.now()));
  if (link === undefined) throw new FaultError('mail_link.expired');
  const password = await limits.hash(() => hashPassword(typed.password));
  const taken = await takeMailedLink(pool, 'reset', hash, clock.now());
  const account = taken === undefined ? undefined : await findAccountByEmail(pool, taken.email);
  if (account === undefined) throw new FaultError('mail_link.expired');
  const { internalAdapter } = await auth.$context;
  await internalAdapter.updatePassword(account.userId, password);
  await endSessions(pool, account.userId, null);
  await forgetDevices(pool, account.userId, clock.now());
  await dropMailedLinks(pool, account.email);
  await audit.record(account.userId, 'password.reset', visitor);
  const language = acceptedLanguage(headers.get('accept-language') ?? undefined);
  await mails.tell('password_changed', { ...account, language });
  return done();
}
