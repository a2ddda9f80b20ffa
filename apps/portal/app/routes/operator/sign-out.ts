import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { paths } from '../../paths.ts';
import { makeCookie, SUPPORT_COOKIE } from '../../session/cookies.ts';
import { visitOf } from '../../session/visit.ts';

export const loader = () => redirect(paths.operator());

export async function action(args: ActionFunctionArgs) {
  const { api, context } = visitOf(args);
  const answer = await api
    .send('/operator-auth/sign-out', {
      method: 'POST',
      headers: { origin: context.portalUrl, 'content-type': 'application/json', 'highwater-csrf': '1' },
      body: '{}',
    })
    .catch(() => null);
  const headers = new Headers();
  for (const cookie of answer?.headers.getSetCookie() ?? []) headers.append('Set-Cookie', cookie);
  headers.append('Set-Cookie', makeCookie(SUPPORT_COOKIE, '', context.portalUrl.startsWith('https:')));
  return redirect(paths.operatorSignIn(), { headers });
}
