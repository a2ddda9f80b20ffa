import { list, same, thing, type Prepared, type Row } from '../cell.ts';
import type { World } from '../world.ts';

/** A provider's certificate; nobody has its key. */
const CERTIFICATE =
  'MIIDDTCCAfWgAwIBAgIUAzeKzgl6jasQwq0CtXj86gtfitowDQYJKoZIhvcNAQELBQAwFjEUMBIGA1UEAwwLaWRwLmV4YW1wbGUw' +
  'HhcNMjYxMTIzMDEzMDIyWhcNMzYxMTIwMDEzMDIyWjAWMRQwEgYDVQQDDAtpZHAuZXhhbXBsZTCCASIwDQYJKoZIhvcNAQEBBQAD' +
  'ggEPADCCAQoCggEBAIwe+MPoGvqLl4xdvCuvdlAln6khzd2XPLW32y2vXLdwPU23gT3GxESQ6xp0tSp80zwnua3yoZ3a6zeWkBfK' +
  'w8VnIyAXOxlzFa2CowaI+hUdl5abwo6j2YI5/u3zJynGbQpWaNAZ9C+Uvt2GJRETPOIO4JWrS2Vandjv+Q/OpT6gFk8lZkTXnc/c' +
  'HOuKs18zX6DZBAv0lCnWmQZgClc9ItIqEXycpdBBPRvRmmCefpPYxnvmWXENE9J6N9342x+eW1y5k/ZbCNoyau2RhmkdgrGiAwhd' +
  'DduTTbo69anW3fqRC2rB79M1PAx5Hjkg5peqR2f3vo0+mgDmuZ93mt6UKIkCAwEAAaNTMFEwHQYDVR0OBBYEFAJkYyBzOEDM9Xl0' +
  'WwNrpGlI7yPnMB8GA1UdIwQYMBaAFAJkYyBzOEDM9Xl0WwNrpGlI7yPnMA8GA1UdEwEB/wQFMAMBAf8wDQYJKoZIhvcNAQELBQAD' +
  'ggEBAG2WFxmKVgcZeFJ1mpWfEJQdMPmiCDUD8W0s/+C2eknjxusezsyCMtK8dN1sUX+OOrMyFIW7uRegcOdJSuMcpdWgQXOxVExa' +
  'OPpvTWJ1thSNcUnOHxjVoUjoV+zrXTd4Jxb4A1Yn/AJkEPPPVD4Bv03QCmMI5Oct6WAT5OzFC4VohuNDdMJffV0q4/k2qSUm4Gn4' +
  'iytiT9y4ez7ti6f2fzBt0PiAtuBZ8yrIcNxy7nbW7aEp6i1zY5Qi7rOKUHgggSOOAbx2qNDFCh+H+3fgarCZhTTDS/ljTtxIzlIk' +
  'qxhQY34skWcV+Nez+TlwdM0dW9G3KoPEnUm5paPRl0bHzo8=';

const METADATA = `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example"><IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>${CERTIFICATE}</X509Certificate></X509Data></KeyInfo></KeyDescriptor><SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example/sso"/></IDPSSODescriptor></EntityDescriptor>`;

const NOBODYS = '00000000-0000-4000-8000-000000000000';

/** Company A connects a provider; another domain each time. */
async function connect({ actors }: World): Promise<Prepared> {
  const { owner } = actors;
  const body = { name: 'company account', metadata: METADATA };
  const { signOnId } = await owner.send<{ signOnId: string }>('POST', '/v1/single-sign-on/saml', body);
  const token = { signOnId, role: 'viewer' };
  const made = await owner.send<{ tokenId: string; token: string }>('POST', '/v1/single-sign-on/scim-tokens', token);
  const domain = `${signOnId}.example`;
  await owner.send('POST', '/v1/single-sign-on/domains', { domain });
  return { signOnId, domain, ...made };
}

const onConnection = (operation: string, about: string, method: string, suffix: string, status: number): Row =>
  thing({
    operation,
    about,
    prepare: connect,
    ask: (_world, { signOnId = '' }) => ({ method, path: `/v1/single-sign-on/connections/${signOnId}${suffix}` }),
    rightful: () => ({ status }),
  });

/** What a provider's token opens; who brings none, or a session, is refused in the same words. */
const scim = (method: string, path: string, status: number, body?: object): Row =>
  same(
    {
      operation: `${method} /scim/v2${path}`,
      about: `memberships of company A by its provider: ${method} ${path}`,
      prepare: connect,
      tellsApart: true,
      ask: { method, path: `/scim/v2${path.replace('{id}', NOBODYS)}`, ...(body === undefined ? {} : { body }) },
      askRightly: async (_world, { token = '' }) => ({
        method,
        path: `/scim/v2${path.replace('{id}', NOBODYS)}`,
        headers: { authorization: `Bearer ${token}` },
        ...(body === undefined ? {} : { body }),
      }),
      rightful: () => ({ actor: 'anybody', status }),
    },
    401,
  );

/** Single sign-on: its settings, its door, what providers send back, and memberships that they keep. */
export const singleSignOnRows: readonly Row[] = [
  thing(
    {
      operation: 'POST /auth/single-sign-on/start',
      about: 'a test of a provider of company A',
      prepare: connect,
      ask: (_world, { signOnId = NOBODYS }) => ({
        method: 'POST',
        path: '/auth/single-sign-on/start',
        body: { test: signOnId },
      }),
      rightful: () => ({ status: 200, holds: ['"url"'] }),
    },
    () => ({ keyOfB: { status: 403 }, supportOfB: { status: 403 } }),
  ),
  list(
    {
      operation: 'getSingleSignOn',
      about: 'how people of company A sign in',
      prepare: connect,
      ask: { method: 'GET', path: '/v1/single-sign-on' },
      rightful: (_world, { signOnId = '', domain = '', token = 'none' }) => ({
        status: 200,
        holds: [signOnId, domain],
        lacks: [token],
      }),
    },
    () => ({ status: 200, holds: ['"signOns":['], lacks: ['.example"'] }),
  ),
  list(
    {
      operation: 'createSamlSignOn',
      about: 'a SAML provider',
      phase: 'still',
      ask: { method: 'POST', path: '/v1/single-sign-on/saml', body: { name: 'another', metadata: METADATA } },
      rightful: () => ({ status: 201, holds: ['"kind":"saml"'] }),
    },
    () => ({ status: 201 }),
  ),
  list(
    {
      operation: 'createOidcSignOn',
      about: 'an OpenID provider within our own network',
      ask: {
        method: 'POST',
        path: '/v1/single-sign-on/oidc',
        body: { name: 'inside', issuer: 'https://127.0.0.1', clientId: 'x' },
      },
      rightful: () => ({ status: 422, holds: ['host.refused'] }),
    },
    () => ({ status: 422, holds: ['host.refused'] }),
  ),
  thing({
    operation: 'changeSignOn',
    about: 'the rules of a provider of company A',
    prepare: connect,
    ask: (_world, { signOnId = '' }) => ({
      method: 'PUT',
      path: `/v1/single-sign-on/connections/${signOnId}`,
      body: { joinsAs: 'viewer', isRequired: false },
    }),
    rightful: () => ({ status: 200, holds: ['"joinsAs":"viewer"'] }),
  }),
  onConnection('enableSignOn', 'a provider of company A, untested', 'POST', '/enable', 409),
  onConnection('disableSignOn', 'a provider of company A, to be switched off', 'POST', '/disable', 200),
  onConnection('removeSignOn', 'a provider of company A, to be removed', 'DELETE', '', 204),
  list(
    {
      operation: 'addSignOnDomain',
      about: 'a domain',
      phase: 'still',
      ask: { method: 'POST', path: '/v1/single-sign-on/domains', body: { domain: 'named-by-both.example' } },
      rightful: () => ({ status: 201, holds: ['highwater-domain='] }),
    },
    () => ({ status: 201 }),
  ),
  thing({
    operation: 'removeSignOnDomain',
    about: 'a domain of company A',
    prepare: connect,
    tellsApart: true,
    ask: (_world, { domain = '' }) => ({ method: 'DELETE', path: `/v1/single-sign-on/domains/${domain}` }),
    rightful: () => ({ status: 204 }),
  }),
  thing({
    operation: 'revokeScimToken',
    about: 'a token of a provider of company A',
    prepare: connect,
    ask: (_world, { tokenId = '' }) => ({ method: 'DELETE', path: `/v1/single-sign-on/scim-tokens/${tokenId}` }),
    rightful: () => ({ status: 204 }),
  }),
  thing({
    operation: 'makeScimToken',
    about: 'a token for a provider of company A',
    prepare: connect,
    ask: (_world, { signOnId = '' }) => ({
      method: 'POST',
      path: '/v1/single-sign-on/scim-tokens',
      body: { signOnId, role: 'viewer' },
    }),
    rightful: () => ({ status: 201, holds: ['"token":"hws_'] }),
  }),
  scim('GET', '/ServiceProviderConfig', 200),
  scim('GET', '/ResourceTypes', 200),
  scim('GET', '/Schemas', 200),
  scim('GET', '/Users', 200),
  scim('GET', '/Users/{id}', 404),
  scim('PUT', '/Users/{id}', 400, {}),
  scim('PATCH', '/Users/{id}', 404, {}),
  scim('DELETE', '/Users/{id}', 404),
  scim('POST', '/Users', 400, {}),
  scim('GET', '/Groups', 501),
  scim('POST', '/Groups', 501, {}),
  thing({
    operation: 'proveSignOnDomain',
    about: 'a domain of company A without its record',
    prepare: connect,
    tellsApart: true,
    ask: (_world, { domain = '' }) => ({ method: 'POST', path: `/v1/single-sign-on/domains/${domain}/prove` }),
    rightful: () => ({ status: 409, holds: ['domain.unproven'] }),
  }),
  same(
    {
      operation: 'POST /auth/single-sign-on/start',
      about: 'the address of company A’s owner, whose domain is nobody’s',
      tellsApart: true,
      ask: ({ people }) => ({
        method: 'POST',
        path: '/auth/single-sign-on/start',
        body: { email: people.ownerA.email },
      }),
      rightful: () => ({ actor: 'anybody', status: 404, holds: ['single_sign_on.unknown'] }),
    },
    404,
  ),
  ...(['oidc', 'saml'] as const).map((kind): Row => {
    const method = kind === 'oidc' ? 'GET' : 'POST';
    return same(
      {
        operation: `${method} /auth/single-sign-on/${kind}/{signOnId}`,
        about: `what a provider never asserted (${kind})`,
        prepare: connect,
        ask: (_world, { signOnId = '' }) => ({ method, path: `/auth/single-sign-on/${kind}/${signOnId}` }),
        rightful: () => ({ actor: 'anybody', status: 303, holds: ['single_sign_on.refused'] }),
      },
      303,
    );
  }),
  same(
    {
      operation: 'GET /auth/single-sign-on/finish',
      about: 'a sign-in that nobody began',
      ask: { method: 'GET', path: '/auth/single-sign-on/finish?token=none' },
      rightful: () => ({ actor: 'anybody', status: 303, holds: ['single_sign_on.refused'] }),
    },
    303,
  ),
  same(
    {
      operation: 'GET /scim/{rest}',
      about: 'a resource that there is not',
      tellsApart: true,
      ask: { method: 'GET', path: '/scim/none' },
      rightful: () => ({ actor: 'anybody', status: 404 }),
    },
    404,
  ),
];
