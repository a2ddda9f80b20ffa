import type { PortalConfig } from '@highwater/config';

/** What a host shows: companies' archives, or the operator's console. */
export type Face = 'company' | 'operator';

/** By the name under which we were asked; whatever is not the console's host is companies'. */
export function faceOf({ operatorUrl }: Pick<PortalConfig, 'operatorUrl'>, host: string | undefined): Face {
  if (operatorUrl === undefined || host === undefined) return 'company';
  return host.toLowerCase() === new URL(operatorUrl).host ? 'operator' : 'company';
}

/** Origin of the pages of a face. */
export function originOf(config: Pick<PortalConfig, 'portalUrl' | 'operatorUrl'>, face: Face): string {
  return face === 'operator' ? (config.operatorUrl ?? config.portalUrl) : config.portalUrl;
}

const CONSOLE = /^\/(operator|operator-auth|v1\/operator)(\/|\.data|$)/;
/** Files and lists that pages of both faces are made of. */
const SHARED = /^\/(assets\/|favicon|__manifest|preferences(\.data)?$)/;
/** Pages of a company that stay closed to support whatever its owner approved; the API refuses what they would show. */
const NEVER =
  /^\/(sign-in|sign-up|sign-out|company|invitations|dev|exports|schedules|links|members|settings|audit|callbacks|auth|scim)(\/|\.data|$)/;

/**
 * Whether a page or a path of the API exists on a face. On the console's host a company's pages exist only while
 * `support` names an access, to be looked at.
 */
export function existsOn(
  face: Face,
  { pathname, method, support }: { readonly pathname: string; readonly method: string; readonly support: boolean },
): boolean {
  if (SHARED.test(pathname)) return true;
  if (face === 'company') return !CONSOLE.test(pathname);
  // Its own API is asked by its pages, not by browsers.
  if (pathname.startsWith('/v1/operator')) return false;
  if (CONSOLE.test(pathname) || pathname === '/' || pathname === '/_root.data') return true;
  return support && (method === 'GET' || method === 'HEAD') && !NEVER.test(pathname);
}

const COOKIE = /(?:^|;\s*)hw_support=([0-9a-f-]{36})(?:;|$)/;

/** The access that the visitor of the console looks through. */
export function supportIn(cookie: string | null | undefined): string | null {
  return COOKIE.exec(cookie ?? '')?.[1] ?? null;
}
