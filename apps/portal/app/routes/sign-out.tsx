import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { callIdentity } from '../api/sign-in.ts';
import { paths } from '../paths.ts';
import { makeCookie, TENANT_COOKIE } from '../session/cookies.ts';
import { visitOf } from '../session/visit.ts';

export const loader = () => redirect(paths.overview());

export async function action(args: ActionFunctionArgs) {
  const visit = visitOf(args);
  const answer = await callIdentity(visit.api, '/auth/sign-out', args.context.portalUrl, {});
  const headers = new Headers();
  if ('cookies' in answer) for (const cookie of answer.cookies) headers.append('Set-Cookie', cookie);
  headers.append('Set-Cookie', makeCookie(TENANT_COOKIE, '', false));
  return redirect(paths.signIn(), { headers });
}
