import { randomUUID } from 'node:crypto';
import { sealAuditWords } from '@highwater/crypto';
import {
  appendAudit,
  appendAuditOnce,
  type AuditDetail,
  type AuditEntry,
  type CoveringEntry,
  type TenantTx,
} from '@highwater/db';
import type { MemberId } from '@highwater/domain';
import type { VerbContext } from './verb-context.ts';

export interface AuditedAct {
  readonly event: string;
  readonly memberId: MemberId | null;
  /** "member:<id>" */
  readonly subject?: string;
  readonly detail?: AuditDetail;
  /** What was searched for: sealed with the company's data key, and read by nobody without a right of its own. */
  readonly words?: readonly string[];
}

/** What a member did, in the transaction in which it is done. `detail` holds ids, numbers and names of settings, never content. */
export async function recordAudit(ctx: VerbContext, tx: TenantTx, entry: AuditedAct): Promise<void> {
  const line = entryOf(ctx, entry);
  await appendAudit(tx, { ...line, sealed: await sealWords(ctx, tx, line.auditId, entry.words ?? []) });
}

/**
 * `recordAudit` for what comes in many requests: one line per member, event and subject within `withinMs`. None at all
 * when a line of that time is one of `covered`, because it says as much.
 */
export async function recordAuditOnce(
  ctx: VerbContext,
  tx: TenantTx,
  entry: AuditedAct,
  withinMs: number,
  covered: readonly CoveringEntry[] = [],
): Promise<void> {
  await appendAuditOnce(tx, entryOf(ctx, entry), ctx.deps.clock.now() - withinMs, covered);
}

async function sealWords(
  ctx: VerbContext,
  { tenantId }: TenantTx,
  auditId: string,
  words: readonly string[],
): Promise<Uint8Array | null> {
  if (words.length === 0) return null;
  return sealAuditWords(await ctx.deps.tenantKeys.subkey(tenantId, 'audit'), tenantId, auditId, words);
}

function entryOf(ctx: VerbContext, entry: AuditedAct): AuditEntry {
  return {
    auditId: randomUUID(),
    at: ctx.deps.clock.now(),
    memberId: entry.memberId,
    actor: 'member',
    event: entry.event,
    subject: entry.subject ?? null,
    detail: entry.detail ?? {},
    address: ctx.address,
    requestId: ctx.requestId,
  };
}
