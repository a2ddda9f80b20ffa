import { createHmac } from 'node:crypto';
import type { Answer, Json } from './browser.ts';
import type { TestApi } from './start-api.ts';

export interface ProgramAsk {
  readonly body?: unknown;
  /** Where the portal says that it comes from. */
  readonly from?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What the portal says of a visitor's address, signed as it signs. */
export function comingFrom(api: TestApi, address: string): Record<string, string> {
  const signature = createHmac('sha256', api.deps.portalSigningKey).update(address).digest('base64url');
  return { 'highwater-client-address': address, 'highwater-client-signature': signature };
}

/** Asks as a program with a key does: no cookie, no header of our own pages. */
export async function askWithKey<Body = Json>(
  api: TestApi,
  secret: string,
  method: string,
  path: string,
  { body, from, headers = {} }: ProgramAsk = {},
): Promise<Answer<Body>> {
  const answer = await api.app.request(path, {
    method,
    headers: {
      authorization: `Bearer ${secret}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(from === undefined ? {} : comingFrom(api, from)),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json') === true;
  return { status: answer.status, headers: answer.headers, body: (isJson ? JSON.parse(text) : text) as Body };
}
