import type { Context } from 'hono';
import type { PortalConfig } from '@highwater/config';
import { ADDRESS_HEADER, clientHeaders, SIGNATURE_HEADER } from './client-headers.ts';
import type { PortalEnv } from './create-portal.ts';
import { supportIn } from './face.ts';

const TENANT_HEADER = 'highwater-tenant';
/** Names the access through which an operator looks; ours to set. */
const SUPPORT_HEADER = 'highwater-support';

/** Meant for one connection only (RFC 9110 §7.6.1), or our own word that a visitor must not give. */
const NOT_FORWARDED = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
  ADDRESS_HEADER,
  SIGNATURE_HEADER,
  SUPPORT_HEADER,
];

/** The company last looked at: a browser that follows a link to a file cannot name it in a header. */
function chosenTenant(headers: Headers): string | null {
  if (headers.has(TENANT_HEADER)) return null;
  const chosen = /(?:^|;\s*)hw_tenant=([0-9a-f-]+)/.exec(headers.get('cookie') ?? '');
  return chosen?.[1] ?? null;
}

function forwardedHeaders(headers: Headers): Headers {
  const kept = new Headers(headers);
  for (const name of NOT_FORWARDED) kept.delete(name);
  return kept;
}

/** Streams a request to the API and its answer back: bodies are never held, redirects never followed. */
export function forwardToApi(
  config: Pick<PortalConfig, 'apiUrl' | 'portalSigningKey'>,
): (c: Context<PortalEnv>) => Promise<Response> {
  return async (c) => {
    const address = new URL(c.req.url);
    const headers = forwardedHeaders(c.req.raw.headers);
    // Identity keeps byte ranges and lengths as the API gave them: fetch would unpack and the headers would lie.
    headers.set('accept-encoding', 'identity');
    const tenant = chosenTenant(headers);
    if (tenant !== null) headers.set(TENANT_HEADER, tenant);
    const support = c.get('face') === 'operator' ? supportIn(headers.get('cookie')) : null;
    if (support !== null) headers.set(SUPPORT_HEADER, support);
    for (const [name, value] of Object.entries(clientHeaders(config.portalSigningKey, c.env.incoming))) {
      headers.set(name, value);
    }
    try {
      const answer = await fetch(`${config.apiUrl}${address.pathname}${address.search}`, {
        method: c.req.method,
        headers,
        body: c.req.raw.body,
        duplex: 'half',
        redirect: 'manual',
        signal: c.req.raw.signal,
      });
      return new Response(answer.body, { status: answer.status, headers: forwardedHeaders(answer.headers) });
    } catch {
      const problem = { type: '/problems/internal', title: 'Highwater', status: 503, fault: 'internal' };
      return c.json(problem, 503, { 'content-type': 'application/problem+json' });
    }
  };
}
