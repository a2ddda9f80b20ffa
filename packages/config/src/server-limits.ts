/**
 * What a server of ours grants a connection, so that slow or endless requests do not hold it: node's names, milliseconds
 * and bytes. Answers may take longer, as large files do; a socket on which nothing moves is closed.
 */
export const SERVER_LIMITS = {
  /** Bytes of a request's head: an address with too long a question is answered with words, not cut off. */
  maxHeaderSize: 128 * 1024,
  /** Until the head is there. */
  headersTimeout: 10_000,
  /** Until the body is there too. */
  requestTimeout: 60_000,
  /** How often the two are looked at. */
  connectionsCheckingInterval: 2_000,
  /** Between two requests of a connection. */
  keepAliveTimeout: 10_000,
  /** Without a byte in either direction; an answer that waits for WeCom takes 20 s. */
  idleTimeout: 120_000,
  /** Lines of a head: what is beyond is not read. */
  maxHeadersCount: 200,
} as const;

interface LimitedServer {
  maxHeadersCount: number | null;
  setTimeout(msecs: number): unknown;
}

/** Options with which a server is made. */
export function serverOptions() {
  const { maxHeaderSize, headersTimeout, requestTimeout, connectionsCheckingInterval, keepAliveTimeout } =
    SERVER_LIMITS;
  return { maxHeaderSize, headersTimeout, requestTimeout, connectionsCheckingInterval, keepAliveTimeout };
}

/** What can only be set on a server that is there. */
export function limitServer(server: object): void {
  if (!isLimited(server)) return;
  server.maxHeadersCount = SERVER_LIMITS.maxHeadersCount;
  server.setTimeout(SERVER_LIMITS.idleTimeout);
}

/** HTTP/1 servers are; the others have limits of another kind, and we make none. */
function isLimited(server: object): server is LimitedServer {
  return 'maxHeadersCount' in server && 'setTimeout' in server && typeof server.setTimeout === 'function';
}
