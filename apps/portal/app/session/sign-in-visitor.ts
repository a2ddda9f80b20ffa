import { data, redirect } from '@remix-run/node';
import { callIdentity, type IdentityError, type IdentityPath } from '../api/sign-in.ts';
import { paths } from '../paths.ts';
import type { Visit } from './visit.ts';

export interface DoorRefusal {
  readonly error: IdentityError;
  readonly email: string;
  readonly name: string;
}

/**
 * Signs in or up and goes on to `next`, with the session's cookies, or to the second step where there is one; else the
 * form comes back with what was wrong.
 */
export async function signInVisitor(
  visit: Visit,
  path: IdentityPath,
  typed: { email?: string; password?: string; name?: string; code?: string; token?: string },
  next: string,
) {
  const answer = await callIdentity(visit.api, path, visit.context.portalUrl, typed);
  if ('error' in answer) {
    const refusal: DoorRefusal = { error: answer.error, email: typed.email ?? '', name: typed.name ?? '' };
    return data(refusal, { status: 422 });
  }
  const headers = new Headers();
  for (const cookie of answer.cookies) headers.append('Set-Cookie', cookie);
  if (answer.next !== null) throw redirect(paths.signInCode(next, answer.next), { headers });
  // The door knows whose browser this is now, and goes on.
  throw redirect(paths.signIn(next), { headers });
}
