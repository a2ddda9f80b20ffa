import { data, redirect } from '@remix-run/node';
import { callIdentity, type IdentityError } from '../api/sign-in.ts';
import { makeCookie, TENANT_COOKIE } from './cookies.ts';
import type { Visit } from './visit.ts';

export interface DoorRefusal {
  readonly error: IdentityError;
  readonly email: string;
  readonly name: string;
}

/** Signs in or up and goes on to `next`, with the session's cookies; else the form comes back with what was wrong. */
export async function signInVisitor(
  visit: Visit,
  path: '/auth/sign-in/email' | '/auth/sign-up/email',
  typed: { email: string; password: string; name?: string },
  next: string,
) {
  const answer = await callIdentity(visit.api, path, visit.context.portalUrl, typed);
  if ('error' in answer) {
    const refusal: DoorRefusal = { error: answer.error, email: typed.email, name: typed.name ?? '' };
    return data(refusal, { status: 422 });
  }
  const headers = new Headers();
  for (const cookie of answer.cookies) headers.append('Set-Cookie', cookie);
  // The company last looked at belongs to whoever used this browser before.
  headers.append('Set-Cookie', makeCookie(TENANT_COOKIE, '', visit.context.portalUrl.startsWith('https:')));
  throw redirect(next, { headers });
}
