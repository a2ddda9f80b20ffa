import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { paths } from '../../paths.ts';
import { textField } from '../../session/act.ts';
import { makeCookie, SUPPORT_COOKIE } from '../../session/cookies.ts';

export const loader = () => redirect(paths.operator());

/** Begins looking through an access, or ends it: the cookie only names it, and opens nothing by itself. */
export async function action({ request, context }: ActionFunctionArgs) {
  const requestId = textField(await request.formData(), 'requestId');
  const cookie = makeCookie(SUPPORT_COOKIE, requestId, context.portalUrl.startsWith('https:'));
  return redirect(requestId === '' ? paths.operator() : paths.overview(), { headers: { 'Set-Cookie': cookie } });
}
