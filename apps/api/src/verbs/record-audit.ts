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
import { CONTENT_GROUPS, isInGroup, type MemberId } from '@highwater/domain';
import { REASON_EVENT } from '../audit/reason-event.ts';
import type { VerbContext } from './verb-context.ts';

/** Whoever scrolls or turns pages for so long has one line for it. */
export const SCROLL_MS = 10 * 60_000;
/** Parts of a page that is opened are asked for within this time: they are one opening. */
export const PAGE_PARTS_MS = 30_000;

export interface AuditedAct {
  /** Of the line; a new one unless given. */
  readonly auditId?: string;
  readonly event: string;
  readonly memberId: MemberId | null;
  /** "member:<id>" */
  readonly subject?: string;
  readonly detail?: AuditDetail;
  /** What was searched for: sealed with the company's data key, and read by nobody without a right of its own. */
  readonly words?: readonly string[];
}

/**
 * What a member did, in the transaction in which it is done. `detail` holds ids, numbers and names of settings, never
 * content. Where the company asks why content is opened, lines that say that it was name the line with the reason.
 */
export async function recordAudit(ctx: VerbContext, tx: TenantTx, entry: AuditedAct): Promise<void> {
  const line = entryOf(ctx, entry);
  await appendAudit(tx, { ...line, sealed: await sealWords(ctx, tx, line.auditId, entry.words ?? []) });
}

/**
 * `recordAudit` for what comes in many requests: one line per member, event and subject within `withinMs`. None at all
 * when a line of that time is one of `covered`, because it says as much. With `telling` a detail tells lines apart too. A
 * new reason begins anew.
 */
export async function recordAuditOnce(
  ctx: VerbContext,
  tx: TenantTx,
  entry: AuditedAct,
  withinMs: number,
  {
    covered = [],
    telling = null,
  }: { readonly covered?: readonly CoveringEntry[]; readonly telling?: string | null } = {},
): Promise<void> {
  const line = entryOf(ctx, entry);
  const sealed = await sealWords(ctx, tx, line.auditId, entry.words ?? []);
  const givenAt = (ctx.actor.kind === 'member' ? ctx.actor.reason.givenAt : null) ?? 0;
  const since = Math.max(ctx.deps.clock.now() - withinMs, givenAt - 1);
  await appendAuditOnce(tx, { ...line, sealed }, since, covered, telling);
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
    auditId: entry.auditId ?? randomUUID(),
    at: ctx.deps.clock.now(),
    ...whoActs(ctx, entry),
    event: entry.event,
    subject: entry.subject ?? null,
    detail: { ...entry.detail, ...reasonOf(ctx, entry.event), ...accessOf(ctx) },
    address: ctx.address,
    requestId: ctx.requestId,
  };
}

/** Support is no member: its lines are the operator's, whichever verb wrote them. */
function whoActs({ actor }: VerbContext, { memberId }: AuditedAct): Pick<AuditEntry, 'memberId' | 'actor'> {
  const isOperator = actor.kind === 'support' || actor.kind === 'operator';
  return isOperator ? { memberId: null, actor: 'operator' } : { memberId, actor: 'member' };
}

/** Who of the operator's people, and under which request; or which key of the member. */
function accessOf({ actor }: VerbContext): AuditDetail {
  if (actor.kind === 'key') return { apiKey: actor.key.keyId, apiKeyName: actor.key.name };
  if (actor.kind === 'operator') return { operator: actor.name };
  return actor.kind === 'support' ? { operator: actor.support.operator.name, request: actor.support.number } : {};
}

/** The line that says why, for lines that say that content was opened. */
function reasonOf({ actor }: VerbContext, event: string): AuditDetail {
  const reason = actor.kind === 'member' ? actor.reason.auditId : null;
  const isOpening = CONTENT_GROUPS.some((group) => isInGroup(event, group));
  return reason === null || !isOpening || event === REASON_EVENT ? {} : { reason };
}
