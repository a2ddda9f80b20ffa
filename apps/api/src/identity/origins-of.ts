/**
 * The portal's origins: its own, and on a developer's machine the name beside the address, because browsers have no
 * passkeys for an address. The last has a name where there is one.
 */
export function originsOf(portalUrl: string): readonly string[] {
  const url = new URL(portalUrl);
  return url.hostname === '127.0.0.1' ? [portalUrl, `${url.protocol}//localhost:${url.port}`] : [portalUrl];
}
