import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { setLanguage } from '../api/setup.ts';
import { paths } from '../paths.ts';
import { textField } from '../session/act.ts';
import { asLanguage } from '../session/choose-language.ts';
import { LANGUAGE_COOKIE, makeCookie, RAIL_COOKIE, TENANT_COOKIE } from '../session/cookies.ts';
import { nextPath } from '../session/next-path.ts';
import { visitOf } from '../session/visit.ts';

export const loader = () => redirect(paths.overview());

/** Language, company and rail of this browser; the language also of the member, so that mails follow. */
export async function action(args: ActionFunctionArgs) {
  const visit = visitOf(args);
  const form = await args.request.formData();
  const secure = args.context.portalUrl.startsWith('https:');
  const headers = new Headers();
  const keep = (name: string, value: string) => headers.append('Set-Cookie', makeCookie(name, value, secure));

  const language = asLanguage(textField(form, 'language'));
  if (language !== null) {
    keep(LANGUAGE_COOKIE, language);
    const me = await visit.me().catch(() => null);
    if (me !== null) await setLanguage(visit.api, language).catch(() => undefined);
  }
  const tenant = textField(form, 'tenant');
  if (tenant !== '') keep(TENANT_COOKIE, tenant);
  const rail = textField(form, 'rail');
  if (rail === 'wide' || rail === 'narrow') keep(RAIL_COOKIE, rail);
  return redirect(nextPath(textField(form, 'back')), { headers });
}
