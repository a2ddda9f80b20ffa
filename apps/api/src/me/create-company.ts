import { isZone } from '@highwater/calendar';
import { makeDataKey, wrapDataKey } from '@highwater/crypto';
import { findTenant, insertMember, insertTenant, inTenant } from '@highwater/db';
import { FaultError, type MemberId, type TenantId } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { randomUUID } from 'node:crypto';
import { language } from '../schemas/values.ts';
import { requireUser } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import { repeatableId } from '../verbs/repeatable-id.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const createCompanyInput = {
  body: z.strictObject({
    name: z.string().trim().min(1).max(200),
    /** IANA name ("Asia/Shanghai"). */
    zone: z.string().max(64).refine(isZone),
    language,
  }),
};

/** A new company with its first data key, owned by who makes it: all in one transaction of the new tenant. */
export async function createCompany(ctx: VerbContext, raw: RawInput) {
  const { user } = requireUser(ctx);
  // Their session opens one company, and it would not be this one.
  if (user.tenantId !== null) throw new FaultError('single_sign_on.only');
  const company = parseInput(createCompanyInput, raw).body;
  const { clock, database, kek } = ctx.deps;
  const tenantId = repeatableId(ctx, user.userId, 'company') as TenantId;
  return inTenant(database, tenantId, async (tx) => {
    const made = await findTenant(tx);
    if (made !== undefined) {
      const isSame = made.name === company.name && made.zone === company.zone && made.language === company.language;
      if (!isSame) throw new FaultError('idempotency.mismatch');
      return { tenantId, ...company };
    }
    const now = clock.now();
    const wrappedDataKey = wrapDataKey(kek, tenantId, 1, makeDataKey());
    await insertTenant(tx, { ...company, createdAt: now, wrappedDataKey });
    const memberId = randomUUID() as MemberId;
    await insertMember(tx, { memberId, ...user, role: 'owner', language: company.language, joinedAt: now });
    await recordAudit(ctx, tx, { event: 'company.created', memberId, detail: { zone: company.zone } });
    return { tenantId, ...company };
  });
}
