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

/** What is left of a body after its answer came is read and dropped up to here; of a longer one the connection ends. */
const MOST_DROPPED = 16 * 1024 * 1024;

/**
 * A body to hand on. `dropRest` reads what is left of it when the answer came before, as to one that is too large: else the
 * visitor's connection would end under the request that follows on it.
 */
function handOn(body: ReadableStream<Uint8Array>): { stream: ReadableStream<Uint8Array>; dropRest(): Promise<void> } {
  const reader = body.getReader();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => undefined,
  });
  return {
    stream,
    async dropRest() {
      let dropped = 0;
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        dropped += part.value.length;
        if (dropped > MOST_DROPPED) return reader.cancel();
      }
    },
  };
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
    const handed = c.req.raw.body === null ? null : handOn(c.req.raw.body);
    const { method, signal } = c.req.raw;
    const ask = (): Promise<Response> =>
      fetch(`${config.apiUrl}${address.pathname}${address.search}`, {
        method,
        headers,
        body: handed?.stream ?? null,
        duplex: 'half',
        redirect: 'manual',
        signal,
      });
    try {
      // A connection kept from before may have ended meanwhile: what changes nothing is asked once more.
      const answer = await ask().catch((error: unknown) => {
        if (!['GET', 'HEAD'].includes(method) || signal.aborted) throw error;
        return ask();
      });
      return new Response(answer.body, { status: answer.status, headers: forwardedHeaders(answer.headers) });
    } catch {
      const problem = { type: '/problems/internal', title: 'Highwater', status: 503, fault: 'internal' };
      return c.json(problem, 503, { 'content-type': 'application/problem+json' });
    } finally {
      void handed?.dropRest().catch(() => undefined);
    }
  };
}
