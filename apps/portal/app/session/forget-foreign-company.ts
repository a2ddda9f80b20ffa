import type { MeView } from '../api/types.ts';
import { makeCookie, readCookie, TENANT_COOKIE } from './cookies.ts';
import type { Visit } from './visit.ts';

/** The company last looked at stays, unless it belongs to whoever used this browser before. */
export function forgetForeignCompany({ request, context }: Visit, me: MeView): Headers {
  const headers = new Headers();
  const last = readCookie(request.headers.get('cookie'), TENANT_COOKIE);
  if (last && !me.tenants.some(({ tenantId }) => tenantId === last)) {
    headers.append('Set-Cookie', makeCookie(TENANT_COOKIE, '', context.portalUrl.startsWith('https:')));
  }
  return headers;
}
