/**
 * How the identity library sets cookies. Over https browsers keep them to this host and to https, by the prefix of their
 * name: neither a neighbouring host nor a page without TLS can set one.
 */
export function cookieSettings(name: string, origin: string, sameSite: 'lax' | 'strict') {
  const secure = origin.startsWith('https:');
  return {
    cookiePrefix: secure ? `__Host-${name}` : name,
    // The library's own prefix says less; the attributes are the same.
    useSecureCookies: false,
    defaultCookieAttributes: { httpOnly: true, sameSite, secure, path: '/' },
  } as const;
}
