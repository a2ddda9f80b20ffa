import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { createApp } from '../create-app.ts';

type App = ReturnType<typeof createApp>;

export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface Ask {
  readonly body?: unknown;
  /** The body as it goes out, in place of `body`. */
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What tests read of an answer: a problem, or a view. */
export type Json = Readonly<Record<string, unknown>>;

/** Someone with cookies, asking as the portal would. */
export interface Browser {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  ask<Body = Json>(method: string, path: string, ask?: Ask): Promise<Answer<Body>>;
  /** The answer as it begins, its bytes still to be read. */
  open(path: string): Promise<Response>;
  /** The fault that an ask was refused with; undefined when it was not. */
  faultOf(method: string, path: string, ask?: Ask): Promise<unknown>;
}

/** A browser without a session. */
export function openBrowser(app: App, person = { name: 'nobody', email: '', password: '' }): Browser {
  const cookies = new Map<string, string>();
  async function send(method: string, path: string, { body, raw, headers = {} }: Ask = {}): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await app.request(path, {
      method,
      headers: {
        'highwater-csrf': '1',
        origin: 'http://127.0.0.1:4400',
        ...(cookie === '' ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(raw === undefined ? {} : { body: raw }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const [cookieName, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value === '' || /; Max-Age=0(;|$)/.test(line)) cookies.delete(cookieName);
      else cookies.set(cookieName, value);
    }
    return answer;
  }
  async function ask<Body>(method: string, path: string, options?: Ask): Promise<Answer<Body>> {
    const answer = await send(method, path, options);
    const text = await answer.text();
    const isJson = text !== '' && /\bjson\b/.test(answer.headers.get('content-type') ?? '');
    return { status: answer.status, headers: answer.headers, body: (isJson ? JSON.parse(text) : text) as Body };
  }
  return {
    ...person,
    ask,
    open: (path) => send('GET', path),
    async faultOf(method, path, options) {
      const { body } = await ask<{ fault?: unknown }>(method, path, options);
      return body.fault;
    },
  };
}

/** Signs up a new person, who reads their mail (`readToken`), and returns the browser they did it in. */
export async function signUp(
  app: App,
  name: string,
  readToken: (kind: 'sign_up', email: string) => Promise<string>,
): Promise<Browser> {
  const email = `${name.toLowerCase()}-${randomUUID().slice(0, 8)}@example.com`;
  const password = `correct horse ${name}`;
  const browser = openBrowser(app, { name, email, password });
  expect((await browser.ask('POST', '/auth/sign-up/email', { body: { name, email } })).status).toBe(200);
  const body = { token: await readToken('sign_up', email), password };
  expect((await browser.ask('POST', '/auth/sign-up/complete', { body })).status).toBe(200);
  return browser;
}
