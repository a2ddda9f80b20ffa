import { randomUUID } from 'node:crypto';
import { sealBytes, signOnSecretPlace } from '@highwater/crypto';
import { findSignOn, insertSignOn, inTenant, type NewSignOn } from '@highwater/db';
import { FaultError, type SignOnId } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { authorise, type AuthorisedMember } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { discoverOidc } from './oidc.ts';
import { readMetadata } from './read-metadata.ts';
import { viewSignOn } from './view-single-sign-on.ts';

const name = z.string().trim().min(1).max(100);
const text = z.string().trim().min(1).max(2000);

export const createOidcInput = {
  body: z.strictObject({ name, issuer: text, clientId: text, clientSecret: z.string().trim().max(2000).optional() }),
};
export const createSamlInput = {
  body: z.strictObject({
    name,
    metadata: z
      .string()
      .trim()
      .min(1)
      .max(262_144)
      .openapi({ description: 'The metadata itself, or an https address of it, which is asked once.' }),
  }),
};

/** Connects an OpenID provider, after it was asked what it is. Throws `host.…`, `provider.refused`. */
export async function createOidc(ctx: VerbContext, raw: RawInput) {
  const member = authorise(ctx, 'manage_identity');
  const { name: called, issuer, clientId, clientSecret } = parseInput(createOidcInput, raw).body;
  const { outbound, tenantKeys } = ctx.deps;
  const found = await discoverOidc(outbound, { issuer, clientId, clientSecret: null }).catch(atField('issuer'));
  const signOnId = randomUUID() as SignOnId;
  const subkey = await tenantKeys.subkey(member.tenantId, 'single-sign-on');
  const place = signOnSecretPlace(member.tenantId, signOnId);
  const hasSecret = clientSecret !== undefined && clientSecret !== '';
  return keep(ctx, member, {
    signOnId,
    kind: 'oidc',
    name: called,
    // As the provider writes it: it is compared with every token.
    issuer: found.serverMetadata().issuer,
    clientId,
    secretSealed: hasSecret ? sealBytes(subkey, place, Buffer.from(clientSecret)) : null,
    signInUrl: null,
    certificates: [],
  });
}

/** Connects a SAML provider from its metadata. Throws `host.…`, `provider.refused`. */
export async function createSaml(ctx: VerbContext, raw: RawInput) {
  const member = authorise(ctx, 'manage_identity');
  const { name: called, metadata } = parseInput(createSamlInput, raw).body;
  const { outbound } = ctx.deps;
  const isAddress = /^https?:\/\/\S+$/i.test(metadata);
  const xml = isAddress ? await download(ctx, metadata) : metadata;
  const read = readMetadata(xml);
  checkSignInUrl(outbound, read.signInUrl);
  const signOnId = randomUUID() as SignOnId;
  return keep(ctx, member, { signOnId, kind: 'saml', name: called, clientId: null, secretSealed: null, ...read });
}

async function keep(
  ctx: VerbContext,
  { tenantId, memberId }: AuthorisedMember,
  signOn: Omit<NewSignOn, 'madeAt' | 'madeBy'>,
) {
  const { database, clock, portalUrl } = ctx.deps;
  const { signOnId, kind } = signOn;
  return inTenant(database, tenantId, async (tx) => {
    await insertSignOn(tx, { ...signOn, madeBy: memberId, madeAt: clock.now() });
    const subject = `sign_on:${signOnId}`;
    await recordAudit(ctx, tx, { event: 'single_sign_on.created', memberId, subject, detail: { kind } });
    const made = await findSignOn(tx, signOnId);
    if (made === undefined) throw new FaultError('internal');
    return viewSignOn(portalUrl, made);
  });
}

async function download(ctx: VerbContext, address: string): Promise<string> {
  const answer = await ctx.deps.outbound.fetch(address).catch(atField('metadata'));
  if (answer.status !== 200) throw new FaultError('provider.refused', { field: 'metadata' });
  return answer.text();
}

/** The browser is sent there with what we ask, so it has to be https too. */
function checkSignInUrl(outbound: VerbContext['deps']['outbound'], address: string): void {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'https:' && !(url !== undefined && url.protocol === 'http:' && outbound.isNamed(url))) {
    throw new FaultError('provider.refused', { field: 'metadata' });
  }
}

function atField(field: string) {
  return (cause: unknown): never => {
    throw cause instanceof FaultError ? new FaultError(cause.fault, { field, cause }) : cause;
  };
}
