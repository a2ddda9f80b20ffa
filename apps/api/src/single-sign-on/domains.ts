import { makeToken } from '@highwater/crypto';
import {
  deleteSignOnDomain,
  enableSignOn,
  findEnabledSignOn,
  findSignOnDomain,
  insertSignOnDomain,
  inTenant,
  listSignOnDomains,
  markDomainProven,
  type TenantTx,
} from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { domainName } from '../schemas/single-sign-on.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { domainOf } from './addresses.ts';
import { recordNameOf, viewDomain } from './view-single-sign-on.ts';

export const addDomainInput = { body: z.strictObject({ domain: domainName }) };
export const oneDomainInput = { params: z.strictObject({ domain: domainName }) };

/** Enough for a group of companies. */
const MOST_DOMAINS = 50;

/** Says which TXT record proves a domain. It reserves nothing: several companies may say so, and one proves it. */
export async function addDomain(ctx: VerbContext, raw: RawInput) {
  const { tenantId, memberId } = authorise(ctx, 'manage_identity');
  const domain = domainOf(parseInput(addDomainInput, raw).body.domain);
  if (domain === undefined) throw new FaultError('request.malformed', { field: 'domain' });
  const { database, clock } = ctx.deps;
  return inTenant(database, tenantId, async (tx) => {
    if ((await listSignOnDomains(tx)).length >= MOST_DOMAINS) throw new FaultError('request.conflict');
    const record = `highwater-domain=${makeToken()}`;
    await insertSignOnDomain(tx, { domain, record, addedBy: memberId, addedAt: clock.now() });
    await recordAudit(ctx, tx, { event: 'domain.added', memberId, subject: `domain:${domain}` });
    return view(tx, domain);
  });
}

/** Looks for the record now. Throws `domain.unproven`, `domain.taken`, `host.unreachable`. */
export async function proveDomain(ctx: VerbContext, raw: RawInput) {
  const { tenantId, memberId } = authorise(ctx, 'manage_identity');
  const { domain } = parseInput(oneDomainInput, raw).params;
  const { database, clock, domainRecords } = ctx.deps;
  const { record } = await inTenant(database, tenantId, (tx) => view(tx, domain));
  const texts = await domainRecords.listTexts(recordNameOf(domain));
  if (!texts.includes(record)) throw new FaultError('domain.unproven');
  return inTenant(database, tenantId, async (tx) => {
    await markDomainProven(tx, domain, clock.now());
    await recordAudit(ctx, tx, { event: 'domain.proven', memberId, subject: `domain:${domain}` });
    return view(tx, domain);
  });
}

/** Nobody with an address of it comes in by single sign-on any more. */
export async function removeDomain(ctx: VerbContext, raw: RawInput): Promise<void> {
  const { tenantId, memberId } = authorise(ctx, 'manage_identity');
  const { domain } = parseInput(oneDomainInput, raw).params;
  const { database, clock } = ctx.deps;
  await inTenant(database, tenantId, async (tx) => {
    if (!(await deleteSignOnDomain(tx, domain))) throw new FaultError('thing.missing');
    await recordAudit(ctx, tx, { event: 'domain.removed', memberId, subject: `domain:${domain}` });
    const left = await listSignOnDomains(tx);
    const signOn = await findEnabledSignOn(tx);
    // Without a domain nobody could come: it is said to be off, too.
    if (signOn === undefined || left.some(({ provenAt }) => provenAt !== null)) return;
    await enableSignOn(tx, null, clock.now());
  });
}

async function view(tx: TenantTx, domain: string) {
  const found = await findSignOnDomain(tx, domain);
  if (found === undefined) throw new FaultError('thing.missing');
  return viewDomain(found);
}
