const PREFIX = '/callbacks/wecom/';

/** Where WeCom calls for a connection: only who was shown it knows the token. */
export function callbackUrl(portalUrl: string, token: string): string {
  return `${portalUrl}${PREFIX}${token}`;
}

/** The token of a callback's path: 128 bits in base64url. Undefined for every other path. */
export function tokenOfPath(path: string): string | undefined {
  const token = path.startsWith(PREFIX) ? path.slice(PREFIX.length) : '';
  return /^[\w-]{22}$/.test(token) ? token : undefined;
}
