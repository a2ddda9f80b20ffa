import { createAuditFileWriter, readLedgerKeys } from '@highwater/crypto';
import {
  findAuditPlace,
  findAuditRange,
  inTenant,
  listAudit,
  listAuditCheckpoints,
  listAuditLinks,
  type AuditFilter,
  type AuditPagePlace,
} from '@highwater/db';
import type { TenantId, UnixMs } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { streamOf } from '../http/stream-of.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { auditFields, filterOf } from './audit-query.ts';
import { writeCsvHead, writeCsvLines } from './write-csv.ts';

export const downloadAuditInput = { query: z.strictObject(auditFields) };

/** Rows of one statement. */
const BATCH = 1000;

/** Lines of the log as a table for spreadsheets, newest first, whole. */
export async function downloadAuditTable(ctx: VerbContext, raw: RawInput): Promise<Response> {
  const { tenantId, filter } = await begin(ctx, raw, 'csv');
  return send('audit.csv', 'text/csv; charset=utf-8', tableOf(ctx, tenantId, filter));
}

/**
 * The log as lines of JSON in the order of the chain, to be proven without us: rows that the filter does not name are
 * links only. What is not linked yet is not in it.
 */
export async function downloadAuditFile(ctx: VerbContext, raw: RawInput): Promise<Response> {
  const { tenantId, filter } = await begin(ctx, raw, 'jsonl');
  return send('audit.jsonl', 'application/x-ndjson', fileOf(ctx, tenantId, filter));
}

/** Every signed checkpoint of the log, one a line: kept elsewhere, they show what was cut off later. */
export async function downloadAuditCheckpoints(ctx: VerbContext, raw: RawInput): Promise<Response> {
  const { tenantId, memberId } = authorise(ctx, 'see_audit');
  parseInput({}, raw);
  await inTenant(ctx.deps.database, tenantId, (tx) =>
    recordAudit(ctx, tx, { event: 'audit.exported', memberId, detail: { file: 'checkpoints' } }),
  );
  return send('audit-checkpoints.jsonl', 'application/x-ndjson', checkpointsOf(ctx, tenantId));
}

async function begin(ctx: VerbContext, raw: RawInput, file: 'csv' | 'jsonl') {
  const { tenantId, memberId } = authorise(ctx, 'see_audit');
  const { query } = parseInput(downloadAuditInput, raw);
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const asked = Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    );
    await recordAudit(ctx, tx, { event: 'audit.exported', memberId, detail: { file, ...Object.fromEntries(asked) } });
    return { tenantId, filter: await filterOf(tx, query) };
  });
}

function send(name: string, type: string, bytes: AsyncGenerator<Uint8Array>): Response {
  return new Response(streamOf(bytes), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}

/** Page by page, so that a long log holds neither memory nor a transaction while it is read slowly. */
async function* tableOf(ctx: VerbContext, tenantId: TenantId, filter: AuditFilter): AsyncGenerator<Uint8Array> {
  yield writeCsvHead(ctx.language);
  let before: AuditPagePlace | null = null;
  for (;;) {
    const page: { readonly before: AuditPagePlace | null; readonly limit: number } = { before, limit: BATCH };
    const { bytes, last } = await inTenant(ctx.deps.database, tenantId, async (tx) => {
      const rows = await listAudit(tx, page, filter);
      return {
        bytes: await writeCsvLines(ctx, tx, rows),
        last: rows.length < BATCH ? undefined : rows.at(-1),
      };
    });
    yield bytes;
    if (last === undefined) return;
    before = { at: last.at, auditId: last.auditId };
  }
}

async function* fileOf(ctx: VerbContext, tenantId: TenantId, filter: AuditFilter): AsyncGenerator<Uint8Array> {
  const { database, clock, ledgerPublicKeys } = ctx.deps;
  const { range, start } = await inTenant(database, tenantId, async (tx) => {
    const found = await findAuditRange(tx, filter);
    const first = found === undefined ? undefined : await findAuditPlace(tx, found.first - 1);
    return { range: found, start: first ?? { position: 0, hash: '0'.repeat(64) } };
  });
  const writer = createAuditFileWriter();
  yield Buffer.from(
    writer.head({
      type: 'highwater/v1/audit-file',
      tenant: tenantId,
      made: clock.now(),
      ...start,
      keys: readLedgerKeys(ledgerPublicKeys).map(({ spki }) => spki),
    }),
  );
  for (let after = start.position; range !== undefined && after < range.last;) {
    const limit = Math.min(BATCH, range.last - after);
    const from = after;
    const links = await inTenant(database, tenantId, (tx) => listAuditLinks(tx, from, limit, filter));
    const inside = links.filter(({ position }) => position <= range.last);
    yield Buffer.from(inside.map((link) => writer.link(link)).join(''));
    const last = inside.at(-1);
    if (last === undefined) break;
    after = last.position;
  }
  yield Buffer.from(writer.end());
}

async function* checkpointsOf(ctx: VerbContext, tenantId: TenantId): AsyncGenerator<Uint8Array> {
  let after: UnixMs | null = null;
  for (;;) {
    const page: { readonly after: UnixMs | null; readonly limit: number } = { after, limit: BATCH };
    const rows = await inTenant(ctx.deps.database, tenantId, (tx) => listAuditCheckpoints(tx, page));
    yield Buffer.from(rows.map(({ line }) => `${line}\n`).join(''));
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    after = last.slotAt;
  }
}
