import { X509Certificate } from 'node:crypto';
import {
  inTenant,
  listMembersByIds,
  listScimTokens,
  listSignOnDomains,
  listSignOns,
  type ScimTokenRow,
  type SignOnDomainRow,
  type SignOnRow,
  type TenantTx,
} from '@highwater/db';
import type { z } from '@hono/zod-openapi';
import type { scimTokenView, signOnDomainView, signOnView, singleSignOnView } from '../schemas/single-sign-on.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { providerAddresses } from './addresses.ts';
import type { SignOnProblem } from './sign-on-refusal.ts';

export const getSingleSignOnInput = {};

/** How a company's people sign in with its own provider; secrets are not among it. */
export async function getSingleSignOn(ctx: VerbContext, raw: RawInput): Promise<z.input<typeof singleSignOnView>> {
  const { tenantId } = authorise(ctx, 'manage_identity', { looks: true });
  parseInput(getSingleSignOnInput, raw);
  const { database, portalUrl } = ctx.deps;
  return inTenant(database, tenantId, async (tx) => ({
    signOns: (await listSignOns(tx)).map((row) => viewSignOn(portalUrl, row)),
    domains: (await listSignOnDomains(tx)).map(viewDomain),
    scimTokens: await viewScimTokens(tx, await listScimTokens(tx)),
    scimUrl: `${portalUrl}/scim/v2`,
  }));
}

export function viewSignOn(portalUrl: string, row: SignOnRow): z.input<typeof signOnView> {
  const { secretSealed: _sealed, certificates, testedAt, testedEmail, testProblem, ...shown } = row;
  const problem = testProblem as SignOnProblem | null;
  return {
    ...shown,
    certificatesUntil: certificates.map((pem) => Date.parse(new X509Certificate(pem).validTo)),
    test: testedAt === null ? null : { at: testedAt, email: testedEmail, problem },
    ...providerAddresses(portalUrl, row.signOnId),
  };
}

/** The record stands beside others of the domain under a name of its own. */
export function recordNameOf(domain: string): string {
  return `_highwater.${domain}`;
}

export function viewDomain({ domain, ...row }: SignOnDomainRow): z.input<typeof signOnDomainView> {
  return { domain, recordName: recordNameOf(domain), ...row };
}

export async function viewScimTokens(
  tx: TenantTx,
  rows: readonly ScimTokenRow[],
): Promise<z.input<typeof scimTokenView>[]> {
  const makers = await listMembersByIds(
    tx,
    rows.map(({ madeBy }) => madeBy),
  );
  const nameOf = new Map(makers.map(({ memberId, name }) => [memberId, name]));
  return rows.map((row) => ({ ...row, madeBy: nameOf.get(row.madeBy) ?? null }));
}
