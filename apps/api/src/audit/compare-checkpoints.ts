import { isSigned, readLedgerKeys, readRow, type LedgerPublicKey } from '@highwater/crypto';
import { findAuditPlace, inTenant, type TenantTx } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

/** Checkpoints that one request compares. */
const MOST = 200;
/** As mails say where the log stood: how many rows, and the hash of the last of them. */
const SHORT = /^(\d{1,10}):([0-9a-f]{64})$/;

export const compareCheckpointsInput = {
  body: z.strictObject({
    /** Signed rows, or "rows:hash" of a mail, one a line. */
    text: z.string().trim().min(1).max(200_000),
  }),
};

export const COMPARED = ['agrees', 'history_differs', 'cut_off', 'other_company', 'not_signed', 'unreadable'] as const;

/** Whether the log is the one that checkpoints knew that were kept elsewhere. */
export async function compareCheckpoints(ctx: VerbContext, raw: RawInput) {
  const { tenantId, memberId } = authorise(ctx, 'see_audit');
  const { body } = parseInput(compareCheckpointsInput, raw);
  const lines = body.text.split(/\r?\n/).flatMap((line) => line.trim() || []);
  if (lines.length > MOST) throw new FaultError('request.malformed', { field: 'text' });
  const keys = readLedgerKeys(ctx.deps.ledgerPublicKeys);
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const items = [];
    for (const [at, line] of lines.entries()) items.push({ line: at + 1, ...(await compare(tx, line, keys)) });
    const detail = { lines: lines.length, differing: items.filter(({ result }) => result !== 'agrees').length };
    await recordAudit(ctx, tx, { event: 'audit.compared', memberId, detail });
    return { items };
  });
}

async function compare(tx: TenantTx, line: string, keys: readonly LedgerPublicKey[]) {
  const [, rows, head] = SHORT.exec(line) ?? [];
  if (rows !== undefined && head !== undefined) {
    return { rows: Number(rows), at: null, result: await resultOf(tx, Number(rows), head) };
  }
  const row = readRow(line);
  if (row?.type !== 'highwater/v1/audit-checkpoint') return { rows: null, at: null, result: 'unreadable' as const };
  const place = { rows: row.rows, at: row.at };
  if (row.tenant !== tx.tenantId) return { ...place, result: 'other_company' as const };
  if (!isSigned(row, keys)) return { ...place, result: 'not_signed' as const };
  return { ...place, result: await resultOf(tx, row.rows, row.head) };
}

async function resultOf(tx: TenantTx, rows: number, head: string): Promise<(typeof COMPARED)[number]> {
  const place = rows > 2_147_483_647 ? undefined : await findAuditPlace(tx, rows);
  if (place === undefined) return 'cut_off';
  return place.hash === head ? 'agrees' : 'history_differs';
}
