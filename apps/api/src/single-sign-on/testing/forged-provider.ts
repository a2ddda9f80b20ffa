import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Claims = Readonly<Record<string, unknown>>;

/** An OpenID provider that says whatever a test wants: what a stolen, mistaken or hostile one could. */
export interface ForgedProvider {
  readonly issuer: string;
  readonly host: string;
  /** Claims of the next token, over sensible ones; `signed: false` signs with a key that is not published. */
  next: { claims: Claims; signed?: boolean };
  /** What a browser would come back with after this authorization address. */
  comeBack(url: string): URL;
  stop(): Promise<void>;
}

export async function startForgedProvider(): Promise<ForgedProvider> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const others = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let nonce = '';
  const server = createServer((request, response) => {
    const json = (body: object): void =>
      void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url === '/.well-known/openid-configuration') {
      return json({
        issuer: provider.issuer,
        authorization_endpoint: `${provider.issuer}/authorize`,
        token_endpoint: `${provider.issuer}/token`,
        jwks_uri: `${provider.issuer}/jwks`,
        id_token_signing_alg_values_supported: ['RS256'],
      });
    }
    if (request.url === '/jwks') {
      return json({ keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] });
    }
    if (request.url !== '/token') return void response.writeHead(404).end();
    const now = Math.floor(Date.now() / 1000);
    const usual = { iss: provider.issuer, aud: 'highwater', iat: now, exp: now + 300, nonce, sub: 'forged' };
    const parts = [
      { alg: 'RS256', kid: 'k' },
      { ...usual, ...provider.next.claims },
    ];
    const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    const { privateKey } = provider.next.signed === false ? others : keys;
    const signature = sign('sha256', Buffer.from(text), privateKey).toString('base64url');
    return json({ access_token: 'access', token_type: 'Bearer', id_token: `${text}.${signature}` });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: ForgedProvider = {
    issuer: `http://${host}`,
    host,
    next: { claims: {} },
    comeBack(url) {
      const asked = new URL(url).searchParams;
      nonce = asked.get('nonce') ?? '';
      const back = new URL(asked.get('redirect_uri') ?? '');
      back.searchParams.set('code', 'code');
      back.searchParams.set('state', asked.get('state') ?? '');
      return back;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return provider;
}
