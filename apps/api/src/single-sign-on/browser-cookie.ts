import { makeToken } from '@highwater/crypto';
import { parse, serialize } from 'hono/utils/cookie';

/** Longer than a sign-in may take. */
const SECONDS = 900;
const TOKEN = /^[\w-]{22}$/;

function nameOf(portalUrl: string): string {
  return portalUrl.startsWith('https:') ? '__Host-highwater.sign_on' : 'highwater.sign_on';
}

/** The token that this browser was given when it began to sign in. */
export function readBrowserToken(portalUrl: string, headers: Headers): string | undefined {
  const token = parse(headers.get('cookie') ?? '')[nameOf(portalUrl)];
  return token !== undefined && TOKEN.test(token) ? token : undefined;
}

/** The browser's token, an older one where it has it (several pages may sign in at once), and its Set-Cookie line. */
export function giveBrowserToken(portalUrl: string, headers: Headers): { token: string; cookie: string } {
  const token = readBrowserToken(portalUrl, headers) ?? makeToken();
  const isSecure = portalUrl.startsWith('https:');
  const cookie = serialize(nameOf(portalUrl), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure,
    maxAge: SECONDS,
  });
  return { token, cookie };
}
