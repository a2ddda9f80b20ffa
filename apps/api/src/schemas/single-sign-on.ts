import { z } from '@hono/zod-openapi';
import { SIGN_ON_PROBLEMS } from '../single-sign-on/sign-on-refusal.ts';
import { role, signOnId, time } from './values.ts';

/** Roles that a provider may give: each sees nothing until somebody grants it something. */
export const joiningRole = role.extract(['viewer', 'reviewer', 'exporter']).openapi('JoiningRole');

export const domainName = z.string().max(253);

export const signOnView = z
  .object({
    signOnId,
    kind: z.enum(['oidc', 'saml']),
    name: z.string(),
    issuer: z.string(),
    clientId: z.string().nullable(),
    signInUrl: z.string().nullable(),
    /** Of SAML: ends of validity of the certificates. */
    certificatesUntil: z.array(time).readonly(),
    joinsAs: joiningRole.nullable(),
    isRequired: z.boolean(),
    madeAt: time,
    test: z.object({ at: time, email: z.string().nullable(), problem: z.enum(SIGN_ON_PROBLEMS).nullable() }).nullable(),
    enabledAt: time.nullable(),
    /** To be entered at the provider. */
    redirectUrl: z.string(),
    acsUrl: z.string(),
    entityId: z.string(),
  })
  .openapi('SignOn');

export const signOnDomainView = z
  .object({
    domain: z.string(),
    /** Name and contents of the TXT record that proves it. */
    recordName: z.string(),
    record: z.string(),
    addedAt: time,
    provenAt: time.nullable(),
  })
  .openapi('SignOnDomain');

export const scimTokenView = z
  .object({
    tokenId: z.uuid(),
    signOnId,
    prefix: z.string(),
    role: joiningRole,
    /** Name of the member, null when unknown. */
    madeBy: z.string().nullable(),
    madeAt: time,
    lastUsedAt: time.nullable(),
  })
  .openapi('ScimToken');

export const singleSignOnView = z
  .object({
    signOns: z.array(signOnView).readonly(),
    domains: z.array(signOnDomainView).readonly(),
    scimTokens: z.array(scimTokenView).readonly(),
    /** To be entered at a provider that keeps memberships. */
    scimUrl: z.string(),
  })
  .openapi('SingleSignOn');

/** Shown once. */
export const madeScimToken = scimTokenView.extend({ token: z.string() }).openapi('MadeScimToken');
