import { readMailedToken } from './read-mailed-token.ts';

/** A person (or program) at the public address, with a cookie jar: what a browser would send, without the browser. */
export interface Visitor {
  /** Asks for an account, reads the link in the development mailbox as the addressee would, and chooses the password. */
  signUp(person: { name: string; email: string; password: string }): Promise<void>;
  signIn(person: { email: string; password: string }): Promise<void>;
  get<Answer>(path: string): Promise<Answer>;
  post<Answer>(path: string, body?: object): Promise<Answer>;
  put<Answer>(path: string, body: object): Promise<Answer>;
  /** The raw answer, whatever its status. */
  send(method: string, path: string, body?: object): Promise<Response>;
}

/**
 * `origin` is the portal's address; paths begin with /v1 or /auth. Anything but a 2xx answer throws with its fault.
 * `address` asks the API directly, where no portal runs.
 */
export function createVisitor(origin: string, address = origin): Visitor {
  const cookies = new Map<string, string>();

  async function send(method: string, path: string, body?: object): Promise<Response> {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: {
        origin,
        'highwater-csrf': '1',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'manual',
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  async function ask<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const response = await send(method, path, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 300)}`);
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  }

  return {
    send,
    async signUp(person) {
      const { name, email, password } = person;
      await ask('POST', '/auth/sign-up/email', { name, email });
      const reader = { get: <Answer>(path: string) => ask<Answer>('GET', path) };
      await ask('POST', '/auth/sign-up/complete', { token: await readMailedToken(reader, email, 'sign-up'), password });
    },
    async signIn(person) {
      await ask('POST', '/auth/sign-in/email', person);
    },
    get: (path) => ask('GET', path),
    post: (path, body) => ask('POST', path, body ?? {}),
    put: (path, body) => ask('PUT', path, body),
  };
}
