import { hashPassword, hashToken } from '@highwater/crypto';
import { findAccountByEmail, findMailedLink, takeMailedLink } from '@highwater/db';
import { FaultError, type UserId } from '@highwater/domain';
import { z } from 'zod';
import { acceptedLanguage } from '../http/accept-language.ts';
import { isOpen, readOffer } from '../invitations/find-offer.ts';
import { done } from './answers.ts';
import { checkPassword } from './check-password.ts';
import type { IdentityParts } from './identity-parts.ts';
import type { Identity, Visitor } from './identity.ts';
import { readForm } from './read-form.ts';

const name = z.string().trim().min(1).max(80);
const token = z.string().max(64);
const asking = z.object({ name, email: z.email().max(254) });
const completing = z.object({ token, password: z.string() });
const invited = z.object({ token, name, password: z.string() });

/**
 * Somebody wants an account. Always the same answer, in about the same time: a mail tells whoever reads the address's
 * mails, either how to go on or that there is an account. Nothing exists before that mail's link is followed, and the
 * password is chosen there: nobody can prepare an account at somebody else's address.
 */
export async function askSignUp(
  { pool, mails }: IdentityParts,
  request: Request,
  headers: Headers,
  { address }: Visitor,
): Promise<Response> {
  const typed = await readForm(request, asking);
  const email = typed.email.toLowerCase();
  const language = acceptedLanguage(headers.get('accept-language') ?? undefined);
  const account = await findAccountByEmail(pool, email);
  const kind = account === undefined ? 'sign_up' : 'has_account';
  await mails.ask(kind, { email, name: account?.name ?? typed.name, language }, address);
  return done();
}

/** Follows the mailed link: makes the account with the password chosen now, and signs in. Throws `mail_link.expired`. */
export async function completeSignUp(
  parts: IdentityParts,
  openSession: Identity['openSession'],
  request: Request,
  headers: Headers,
  visitor: Visitor,
): Promise<Response> {
  const typed = await readForm(request, completing);
  checkPassword(typed.password);
  const { pool, clock, limits } = parts;
  const hash = hashToken(typed.token);
  const link = await limits.link(visitor.address, () => findMailedLink(pool, 'sign_up', hash, clock.now()));
  if (link === undefined) throw new FaultError('mail_link.expired');
  const password = await limits.hash(() => hashPassword(typed.password));
  const taken = await takeMailedLink(pool, 'sign_up', hash, clock.now());
  if (taken === undefined) throw new FaultError('mail_link.expired');
  const userId = await makeAccount(parts, { ...taken, password });
  if (userId === undefined) throw new FaultError('mail_link.expired');
  return enter(parts, openSession, { userId, email: taken.email }, headers, visitor);
}

/** As `completeSignUp`, by the link of an invitation: it came by mail and so proves the address. */
export async function signUpInvited(
  parts: IdentityParts,
  openSession: Identity['openSession'],
  request: Request,
  headers: Headers,
  visitor: Visitor,
): Promise<Response> {
  const typed = await readForm(request, invited);
  checkPassword(typed.password);
  const { database, clock, limits } = parts;
  const offer = await limits.link(visitor.address, () =>
    readOffer(database, typed.token).catch((error: unknown) => {
      if (error instanceof FaultError && error.fault === 'thing.missing') return undefined;
      throw error;
    }),
  );
  if (offer === undefined) throw new FaultError('thing.missing');
  if (!isOpen(offer, clock.now())) throw new FaultError('invitation.expired');
  const password = await limits.hash(() => hashPassword(typed.password));
  const userId = await makeAccount(parts, { email: offer.email.toLowerCase(), name: typed.name, password });
  // Whoever holds the invitation reads the address's mails, and may know.
  if (userId === undefined) throw new FaultError('member.exists', { field: 'email' });
  return enter(parts, openSession, { userId, email: offer.email }, headers, visitor);
}

/** Undefined when the address has an account. */
async function makeAccount(
  { auth, pool }: IdentityParts,
  { email, name, password }: { email: string; name: string; password: string },
): Promise<UserId | undefined> {
  if ((await findAccountByEmail(pool, email)) !== undefined) return undefined;
  const { internalAdapter } = await auth.$context;
  const made = internalAdapter.createUser({ email, name, emailVerified: true }, { method: 'email-password' });
  const user = await made.catch(async (error: unknown) => {
    // Two links followed at once: the e-mail is unique.
    if ((await findAccountByEmail(pool, email)) !== undefined) return undefined;
    throw error;
  });
  if (user === undefined) return undefined;
  await internalAdapter.linkAccount({ userId: user.id, providerId: 'credential', accountId: user.id, password });
  return user.id as UserId;
}

async function enter(
  { limits, audit }: IdentityParts,
  openSession: Identity['openSession'],
  { userId, email }: { userId: UserId; email: string },
  headers: Headers,
  visitor: Visitor,
): Promise<Response> {
  const cookies = await openSession({ userId, factor: null }, headers, visitor);
  await audit.record(userId, 'session.opened', visitor, { way: 'mail' });
  return done([...cookies, limits.remember(email)]);
}
