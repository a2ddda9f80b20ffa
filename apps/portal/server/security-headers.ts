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
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export function addSecurityHeaders(config: PortalConfig): MiddlewareHandler<PortalEnv> {
  const secure = config.portalUrl.startsWith('https:');
  return async (c, next) => {
    await next();
    c.header('Content-Security-Policy', contentPolicy(c.get('nonce')));
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('X-Frame-Options', 'DENY');
    // Search words stand in the address: they stay on this origin.
    c.header('Referrer-Policy', 'same-origin');
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
    c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
    if (secure) c.header('Strict-Transport-Security', 'max-age=31536000');
  };
}
