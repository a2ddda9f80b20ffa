import { createMiddleware } from 'hono/factory';
import type { ApiDeps } from '../api-deps.ts';

/** Answers are data: never framed, sniffed, run or kept by others. A route that streams files sets its own first. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; sandbox",
  'Cross-Origin-Opener-Policy': 'same-origin',
  // No page of another origin reads an answer: there is no CORS.
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** Once a browser came by https it comes by nothing else for a year. */
const TRANSPORT = { 'Strict-Transport-Security': 'max-age=31536000' };

export function addSecurityHeaders({ portalUrl }: Pick<ApiDeps, 'portalUrl'>) {
  const headers = Object.entries({ ...HEADERS, ...(portalUrl.startsWith('https:') ? TRANSPORT : {}) });
  return createMiddleware(async (c, next) => {
    await next();
    for (const [name, value] of headers) if (!c.res.headers.has(name)) c.header(name, value);
  });
}
