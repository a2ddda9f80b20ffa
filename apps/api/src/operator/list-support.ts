import { asPlatform, inTenant, listAskedSupport, listOperatorSupport, listOperatorTenants } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { tenantId } from '../schemas/values.ts';
import { requireOperator } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

const MOST = 100;

export const getOperatorInput = {};

/** Who is signed in at the console. */
export async function getOperator(ctx: VerbContext, raw: RawInput) {
  const { operatorId, name } = requireOperator(ctx);
  parseInput(getOperatorInput, raw);
  return { operatorId, name };
}

export const listSupportInput = {};

/** The newest requests of all companies, without their reasons. */
export async function listSupport(ctx: VerbContext, raw: RawInput) {
  const { operatorId } = requireOperator(ctx);
  parseInput(listSupportInput, raw);
  const rows = await asPlatform(ctx.deps.database, 'operator console', (tx) => listOperatorSupport(tx, MOST));
  const items = rows.map((row) => ({ ...row, reason: null, isOwn: row.operatorId === operatorId }));
  return { items, nextCursor: null };
}

export const listTenantSupportInput = { params: z.strictObject({ tenantId }) };

/** What was asked of one company, and what became of it; not whose conversations. */
export async function listTenantSupport(ctx: VerbContext, raw: RawInput) {
  const { operatorId } = requireOperator(ctx);
  const { params } = parseInput(listTenantSupportInput, raw);
  const tenants = await asPlatform(ctx.deps.database, 'operator console', listOperatorTenants);
  const tenant = tenants.find((each) => each.tenantId === params.tenantId);
  if (tenant === undefined) throw new FaultError('thing.missing');
  const rows = await inTenant(ctx.deps.database, params.tenantId, (tx) => listAskedSupport(tx, MOST));
  const about = { tenantId: params.tenantId, tenantName: tenant.name };
  const items = rows.map((row) => ({ ...row, ...about, isOwn: row.operatorId === operatorId }));
  return { items, nextCursor: null };
}
