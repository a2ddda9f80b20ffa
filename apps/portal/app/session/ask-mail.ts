import { data } from '@remix-run/node';
import { callIdentity, type IdentityPath } from '../api/sign-in.ts';
import type { DoorRefusal } from './sign-in-visitor.ts';
import type { Visit } from './visit.ts';

/** Asks for a mail: who asked learns where it goes, and nothing of whether there is an account. */
export async function askMail(visit: Visit, path: IdentityPath, typed: { email: string; name?: string }) {
  const answer = await callIdentity(visit.api, path, visit.context.portalUrl, typed);
  if (!('error' in answer)) return { sentTo: typed.email, refusal: null };
  const refusal: DoorRefusal = { error: answer.error, email: typed.email, name: typed.name ?? '' };
  return data({ sentTo: null, refusal }, { status: 422 });
}
