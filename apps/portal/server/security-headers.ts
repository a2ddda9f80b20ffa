import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { PortalConfig } from '@highwater/config';
import type { PortalEnv } from './create-portal.ts';

export function makeNonce(): string {
  return randomBytes(16).toString('base64url');
}

/** Nothing from outside loads, nothing inline runs but what carries this answer's nonce, nobody frames us. */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self'",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** What every answer of the portal says besides, of whatever kind it is. */
function headersFor(nonce: string, secure: boolean): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentPolicy(nonce),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    // Search words stand in the address: they stay on this origin.
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    // What has no word of its own on it is a page of somebody.
    'Cache-Control': 'no-store',
    ...(secure ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  };
}

/** Answers of the API that go through come with stricter words of their own, which stay. */
export function addSecurityHeaders(config: Pick<PortalConfig, 'portalUrl'>): MiddlewareHandler<PortalEnv> {
  const secure = config.portalUrl.startsWith('https:');
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headersFor(c.get('nonce'), secure))) {
      if (!c.res.headers.has(name)) c.header(name, value);
    }
  };
}
