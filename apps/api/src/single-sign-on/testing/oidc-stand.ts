import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** Somebody whom the provider knows. */
export interface Account {
  readonly subject: string;
  readonly email: string;
  readonly name?: string;
  readonly isVerified?: boolean;
}

export const CLIENT = { clientId: 'highwater', clientSecret: 'a secret of the client, long enough' };

/** A real OpenID provider on loopback; who signs in next is said, not typed. */
export interface OidcStand {
  readonly issuer: string;
  /** "127.0.0.1:port" */
  readonly host: string;
  /** Who signs in from now on. */
  account: Account;
  /** A redirect URI more. */
  allow(redirectUrl: string): void;
  /** Follows an authorization address as a browser would, and answers the address that it comes back to. */
  authorise(url: string): Promise<URL>;
  stop(): Promise<void>;
}

export async function startOidcStand(first: Account): Promise<OidcStand> {
  const redirects = new Set<string>();
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer = `http://${host}`;
  const stand = { issuer, host, account: first };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: ['https://unused.example/callback'],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: async (_ctx, id) => ({
      accountId: id,
      claims: async () => {
        const { email, name = 'Somebody', isVerified = true } = stand.account;
        return { sub: id, email, email_verified: isVerified, name };
      },
    }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId ?? '',
        accountId: ctx.oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  // Our address is known only once the provider was asked what it is.
  provider.Client.prototype.redirectUriAllowed = (uri) => redirects.has(uri);
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) return void answer(request, response);
    const login = { accountId: stand.account.subject, remember: false };
    void provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
  });

  return Object.assign(stand, {
    allow: (redirectUrl: string) => {
      redirects.add(redirectUrl);
    },
    async authorise(url: string): Promise<URL> {
      const jar = new Map<string, string>();
      let at = new URL(url);
      for (let step = 0; step < 10; step += 1) {
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
        const reply = await fetch(at, { redirect: 'manual', headers: { cookie } });
        for (const line of reply.headers.getSetCookie()) {
          const [pair = ''] = line.split(';');
          jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
        }
        const next = reply.headers.get('location');
        if (next === null)
          throw new Error(`The provider answered ${reply.status}: ${(await reply.text()).slice(0, 300)}`);
        at = new URL(next, at);
        if (at.host !== host) return at;
      }
      throw new Error('The provider never came to an end.');
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}
