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
  /** The fault that an ask was refused with; undefined when it was not. */
  faultOf(method: string, path: string, ask?: Ask): Promise<unknown>;
}

/** A browser without a session. */
export function openBrowser(app: App, person = { name: 'nobody', email: '', password: '' }): Browser {
  let cookie = '';
  async function ask<Body>(method: string, path: string, { body, headers = {} }: Ask = {}): Promise<Answer<Body>> {
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
    });
    const set = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
    if (set.length > 0) cookie = set.join('; ');
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') === true;
    return { status: answer.status, headers: answer.headers, body: (isJson ? JSON.parse(text) : text) as Body };
  }
  return {
    ...person,
    ask,
    async faultOf(method, path, options) {
      const { body } = await ask<{ fault?: unknown }>(method, path, options);
      return body.fault;
    },
  };
}

/** Signs up a new person and returns the browser they did it in. */
export async function signUp(app: App, name: string): Promise<Browser> {
  const email = `${name.toLowerCase()}-${randomUUID().slice(0, 8)}@example.com`;
  const password = `correct horse ${name}`;
  const browser = openBrowser(app, { name, email, password });
  const answer = await browser.ask('POST', '/auth/sign-up/email', { body: { name, email, password } });
  expect(answer.status).toBe(200);
  return browser;
}
