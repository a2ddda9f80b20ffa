const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** The stand-in WeCom's address; throws for one that is not on this machine. */
export function readSimulatorUrl(baseUrl: string): URL {
  const url = URL.parse(baseUrl);
  if (url === null || url.protocol !== 'http:' || !LOOPBACK.has(url.hostname)) {
    throw new Error('the simulator is reached by http on this machine only');
  }
  return url;
}
