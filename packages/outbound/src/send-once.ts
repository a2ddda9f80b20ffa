import { FaultError } from '@highwater/domain';
import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { isIP } from 'node:net';
import type { OutboundRequest } from './create-outbound.ts';

interface Target {
  readonly url: URL;
  /** Resolved and judged already: this very address is dialled, and no name is looked up again. */
  readonly address: string;
  readonly signal: AbortSignal;
  readonly largestBytes: number;
  readonly ca?: string;
}

/** One request over a connection of its own. Throws `host.unreachable` and `host.too_large`. */
export async function sendOnce({ url, address, signal, largestBytes, ca }: Target, init: OutboundRequest) {
  const headers = new Headers(init.headers);
  const body = bodyOf(init.body, headers);
  headers.set('accept-encoding', 'identity');
  headers.set('host', url.host);
  if (body !== undefined) headers.set('content-length', String(body.byteLength));
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const options: RequestOptions = {
    host: address,
    port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port),
    path: `${url.pathname}${url.search}`,
    method: init.method ?? 'GET',
    headers: Object.fromEntries(headers),
    signal,
    agent: false,
  };
  // The certificate is checked against the name that was asked for, not against the address.
  const tls = {
    servername: isIP(name) === 0 ? name : '',
    rejectUnauthorized: true,
    ...(ca === undefined ? {} : { ca }),
  };
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent =
        url.protocol === 'https:' ? tlsRequest({ ...options, ...tls }, resolve) : plainRequest(options, resolve);
      sent.on('error', reject);
      sent.end(body);
    });
    return await readAnswer(answer, largestBytes);
  } catch (cause) {
    throw cause instanceof FaultError ? cause : new FaultError('host.unreachable', { cause });
  }
}

function bodyOf(body: OutboundRequest['body'], headers: Headers): Uint8Array | undefined {
  if (body === undefined || body === null) return undefined;
  if (body instanceof URLSearchParams && !headers.has('content-type')) {
    headers.set('content-type', 'application/x-www-form-urlencoded;charset=UTF-8');
  }
  return body instanceof Uint8Array ? body : Buffer.from(String(body), 'utf8');
}

async function readAnswer(answer: IncomingMessage, largestBytes: number): Promise<Response> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > largestBytes) {
      answer.destroy();
      throw new FaultError('host.too_large');
    }
    parts.push(part);
  }
  const status = answer.statusCode ?? 0;
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one);
  }
  const isEmpty = status === 204 || status === 205 || status === 304;
  return new Response(isEmpty ? null : Buffer.concat(parts), { status, headers });
}
