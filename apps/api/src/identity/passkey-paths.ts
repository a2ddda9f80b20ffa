import { enableFactor, endSessions, markSessionProven, sweepProofs } from '@highwater/db';
import { FaultError, type UserId } from '@highwater/domain';
import { z } from 'zod';
import type { SignedInUser } from '../actor/actor.ts';
import { acceptedLanguage } from '../http/accept-language.ts';
import { answerWith, openedFor, reduceAnswer } from './answers.ts';
import type { IdentityParts } from './identity-parts.ts';
import type { Visitor } from './identity.ts';
import { readForm, requestWith } from './read-form.ts';
import { requireProof } from './require-proof.ts';

/** Challenges that may be open at a time, for everybody: strangers ask for them. They end after five minutes. */
const OPEN_PROOFS = 20_000;

const credential = z.record(z.string(), z.unknown());
const authenticating = z.object({ response: credential });
const registering = z.object({ response: credential, name: z.string().trim().min(1).max(60) });

/** What a browser is to sign with a passkey; its holder unlocks it each time. */
export async function giveChallenge(parts: IdentityParts, request: Request, headers: Headers): Promise<Response> {
  const { auth, pool } = parts;
  if ((await sweepProofs(pool, Date.now(), OPEN_PROOFS)) >= OPEN_PROOFS) throw new FaultError('request.too_many');
  const own = new Headers(headers);
  // The query may name things of the challenge, none of which is the visitor's to choose.
  const url = new URL(request.url);
  url.search = '';
  const answer = await auth.handler(new Request(url, { headers: own }));
  if (!answer.ok) return reduceAnswer(answer);
  const body = credential.parse(await answer.json());
  return answerWith(
    answer,
    'challenge' in body && !('user' in body) ? { ...body, userVerification: 'required' } : body,
  );
}

/** Signs in with a passkey, which stands for both factors. */
export async function signInWithPasskey(
  { auth, limits, audit }: IdentityParts,
  request: Request,
  headers: Headers,
  visitor: Visitor,
): Promise<Response> {
  const typed = await readForm(request, authenticating);
  const answer = await auth.handler(requestWith(request, headers, typed));
  const opened = await openedFor(answer);
  const reduced = await reduceAnswer(answer);
  if (opened === undefined) return reduced;
  reduced.headers.append('set-cookie', limits.remember(opened.email));
  await audit.record(opened.id as UserId, 'session.opened', visitor, { way: 'passkey' });
  return reduced;
}

/** Keeps a new passkey. It counts as this session's factor, and ends the others, which were opened without. */
export async function registerPasskey(
  { auth, pool, clock, mails, audit }: IdentityParts,
  user: SignedInUser | null,
  request: Request,
  headers: Headers,
  visitor: Visitor,
): Promise<Response> {
  if (user === null) throw new FaultError('session.missing');
  requireProof(user, clock.now());
  const typed = await readForm(request, registering);
  const answer = await auth.handler(requestWith(request, headers, typed));
  const reduced = await reduceAnswer(answer);
  if (!reduced.ok) return reduced;
  await enableFactor(pool, user.userId);
  await markSessionProven(pool, user.sessionId, clock.now(), 'passkey');
  await endSessions(pool, user.userId, user.sessionId);
  await audit.record(user.userId, 'factor.added', visitor, { factor: 'passkey' });
  const language = acceptedLanguage(headers.get('accept-language') ?? undefined);
  await mails.tell('factor_added', { email: user.email, name: user.name, language });
  return reduced;
}
