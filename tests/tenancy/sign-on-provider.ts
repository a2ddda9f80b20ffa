import { asSuperuser, type BareStage } from '../faults/fault-stage.ts';
import { loadFromApi } from './load-from-api.ts';
import type { Session } from './session.ts';

interface Stand {
  readonly metadata: string;
  respond(
    url: string,
    assertion: { readonly subject: string; readonly email: string },
  ): Promise<{ readonly response: string; readonly relayState: string }>;
}

/** A company's own identity provider. */
export interface SignOnProvider {
  /** Somebody whom it asserts, signed in with a session of this company. */
  signIn(email: string): Promise<Session>;
}

/** A company connects a SAML provider that vouches for everybody at a domain. Its DNS record is taken as found. */
export async function connectProvider(stage: BareStage, owner: Session, domain: string): Promise<SignOnProvider> {
  const { makeSamlStand } = await loadFromApi<{ makeSamlStand(): Stand }>('single-sign-on/testing/saml-stand.ts');
  const stand = makeSamlStand();
  const made = { name: 'company account', metadata: stand.metadata };
  const { signOnId } = await owner.send<{ signOnId: string }>('POST', '/v1/single-sign-on/saml', made);
  await owner.send('POST', '/v1/single-sign-on/domains', { domain });
  await asSuperuser(stage, (client) =>
    client.query('UPDATE hw.sign_on_domains SET proven_at = added_at WHERE domain = $1', [domain]),
  );

  /** What the browser goes through: to the provider, back with its word, and in. Answers where it ends. */
  async function pass(browser: Session, start: object, email: string): Promise<string> {
    const { url } = await browser.send<{ url: string }>('POST', '/auth/single-sign-on/start', start);
    const { response, relayState } = await stand.respond(url, { subject: email, email });
    const place = browser.addressOf(`/auth/single-sign-on/saml/${signOnId}`).url;
    // From the provider's page: from its site, and so without cookies.
    const posted = await fetch(place, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ SAMLResponse: response, RelayState: relayState }),
    });
    const next = new URL(posted.headers.get('location') ?? '/refused', place);
    const { headers } = await browser.ask({ method: 'GET', path: `${next.pathname}${next.search}` });
    return /^location: (.*)$/m.exec(headers)?.[1] ?? '';
  }

  const settings = `/v1/single-sign-on/connections/${signOnId}`;
  const tested = await pass(owner, { test: signOnId }, `tester@${domain}`);
  if (!tested.endsWith('test=passed')) throw new Error('The provider did not pass its test.');
  await owner.send('POST', `${settings}/enable`);
  await owner.send('PUT', settings, { joinsAs: 'viewer', isRequired: false });
  return {
    async signIn(email) {
      const browser = owner.fresh();
      const at = await pass(browser, { email }, email);
      if (at.includes('refused')) throw new Error('The provider’s word was refused.');
      return browser;
    },
  };
}
