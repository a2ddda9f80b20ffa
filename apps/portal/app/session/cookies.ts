/** Names of the portal's own cookies; the session cookie belongs to the identity library. */
export const LANGUAGE_COOKIE = 'hw_language';
export const TENANT_COOKIE = 'hw_tenant';
export const RAIL_COOKIE = 'hw_rail';
/** The access through which an operator looks at a company; on the console's host only, and of no use without its session. */
export const SUPPORT_COOKIE = 'hw_support';

const YEAR_SECONDS = 31_536_000;

export function readCookie(header: string | null, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name && value !== undefined) return decode(value);
  }
  return null;
}

/** Null for what no page of ours wrote. */
function decode(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

export function makeCookie(name: string, value: string, secure: boolean): string {
  const attributes = `Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`;
  return `${name}=${encodeURIComponent(value)}; ${attributes}`;
}
