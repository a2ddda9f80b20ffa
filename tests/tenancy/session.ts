import { readMailedToken } from '@highwater/testkit';

/** One request to the API. */
export interface Ask {
  readonly method: string;
  /** Begins with a slash. */
  readonly path: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The answer as it came: every byte of it counts. */
export interface Answer {
  readonly status: number;
  readonly headers: string;
  readonly bytes: Buffer;
  readonly isZip: boolean;
}

/** Somebody with cookies at the API. */
export interface Session {
  ask(ask: Ask): Promise<Answer>;
  /** Where and with what it would ask for a path, for whoever reads the answer otherwise. */
  addressOf(path: string): { readonly url: string; readonly headers: Readonly<Record<string, string>> };
  /** The JSON of an answer that must be 2xx. */
  get<Body>(path: string): Promise<Body>;
  send<Body>(method: string, path: string, body?: object): Promise<Body>;
  signUp(person: Person): Promise<void>;
  /** All cookies, as a browser sends them. */
  cookieLine(): string;
  /** The session cookies' values. */
  cookieValues(): readonly string[];
  /** The same person, asking at another address. */
  at(api: string): Session;
  /** The same person, naming a company in every request. */
  forTenant(tenantId: string): Session;
  /** A program with a key at the same address, without cookies. */
  withKey(secret: string): Session;
  /** The same person, with further headers in every request. */
  saying(headers: Readonly<Record<string, string>>): Session;
  /** Somebody else at the same address, without cookies. */
  fresh(): Session;
}

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** `always` are headers of every request; `cookies` may be shared with another session of the same person. */
export function openSession(
  address: { readonly api: string; readonly origin: string },
  always: Readonly<Record<string, string>> = {},
  cookies = new Map<string, string>(),
): Session {
  // Programs keep no cookies.
  const keepsCookies = always['authorization'] === undefined;

  const cookieLine = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const usualHeaders = (): Record<string, string> => ({
    origin: address.origin,
    'highwater-csrf': '1',
    'accept-language': 'en',
    ...(cookies.size === 0 ? {} : { cookie: cookieLine() }),
    ...always,
  });

  async function ask({ method, path, body, headers = {} }: Ask): Promise<Answer> {
    const response = await fetch(`${address.api}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...usualHeaders(),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = response.headers.getSetCookie();
    for (const line of keepsCookies ? set : []) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return {
      status: response.status,
      headers: [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n'),
      bytes: Buffer.from(await response.arrayBuffer()),
      isZip: response.headers.get('content-type') === 'application/zip',
    };
  }

  async function send<Body>(method: string, path: string, body?: object): Promise<Body> {
    const answer = await ask({ method, path, ...(body === undefined ? {} : { body }) });
    const text = answer.bytes.toString('utf8');
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 300)}`);
    return (text === '' ? {} : JSON.parse(text)) as Body;
  }

  return {
    ask,
    addressOf: (path) => ({ url: `${address.api}${path}`, headers: usualHeaders() }),
    send,
    get: (path) => send('GET', path),
    async signUp(person) {
      const { name, email, password } = person;
      await send('POST', '/auth/sign-up/email', { name, email });
      const reader = { get: <Body>(path: string) => send<Body>('GET', path) };
      await send('POST', '/auth/sign-up/complete', {
        token: await readMailedToken(reader, email, 'sign-up'),
        password,
      });
    },
    forTenant: (tenantId) => openSession(address, { ...always, 'highwater-tenant': tenantId }, cookies),
    at: (api) => openSession({ ...address, api }, always, cookies),
    withKey: (secret) => openSession(address, { authorization: `Bearer ${secret}` }),
    saying: (headers) => openSession(address, { ...always, ...headers }, cookies),
    fresh: () => openSession(address),
    cookieLine,
    cookieValues: () => [...cookies.values()].filter((value) => value.length > 20),
  };
}
