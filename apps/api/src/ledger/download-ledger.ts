import { readLedgerKeys } from '@highwater/crypto';
import { inTenant, streamCheckpoints, streamLedger } from '@highwater/db';
import { z } from '@hono/zod-openapi';
import { streamOf } from '../http/stream-of.ts';
import { connectionId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { getLedgerEnd } from './list-ledger-days.ts';

export const oneLedgerInput = { params: z.strictObject({ connectionId }) };
export const ledgerKeysInput = {};

/** The ledger as a file that is verified without us; docs/ledger-format.md. Not a range: it grows. */
export async function downloadLedger(ctx: VerbContext, raw: RawInput): Promise<Response> {
  const { tenantId, memberId } = authorise(ctx, 'see_completeness');
  const { connectionId: id } = parseInput(oneLedgerInput, raw).params;
  const { clock, database, ledgerPublicKeys } = ctx.deps;
  const end = await inTenant(database, tenantId, async (tx) => {
    const found = await getLedgerEnd(tx, id);
    const detail = { file: 'ledger', pages: found.pages };
    await recordAudit(ctx, tx, { event: 'ledger.downloaded', memberId, subject: `connection:${id}`, detail });
    return found;
  });
  const keys = readLedgerKeys(ledgerPublicKeys).map(({ spki }) => spki);
  const rows = streamLedger(database, tenantId, id, { end, made: clock.now(), keys });
  return sendRows(rows, `ledger-${end.corpId}-${end.pages}.ndjson`);
}

/** Every signed checkpoint, to be kept elsewhere: with it the file shows rows that were cut off or written anew. */
export async function downloadCheckpoints(ctx: VerbContext, raw: RawInput): Promise<Response> {
  const { tenantId, memberId } = authorise(ctx, 'see_completeness');
  const { connectionId: id } = parseInput(oneLedgerInput, raw).params;
  const end = await inTenant(ctx.deps.database, tenantId, async (tx) => {
    const found = await getLedgerEnd(tx, id);
    const detail = { file: 'checkpoints' };
    await recordAudit(ctx, tx, { event: 'ledger.downloaded', memberId, subject: `connection:${id}`, detail });
    return found;
  });
  const rows = streamCheckpoints(ctx.deps.database, tenantId, id);
  return sendRows(rows, `checkpoints-${end.corpId}.ndjson`);
}

/** The public keys by which days and checkpoints are believed, PEM, the present one first. */
export async function downloadLedgerKeys(ctx: VerbContext, raw: RawInput): Promise<Response> {
  authorise(ctx, 'see_completeness');
  parseInput(ledgerKeysInput, raw);
  return new Response(ctx.deps.ledgerPublicKeys, { headers: headersOf('application/x-pem-file', 'ledger-keys.pem') });
}

function sendRows(rows: AsyncGenerator<string>, name: string): Response {
  return new Response(streamOf(toBytes(rows)), { headers: headersOf('application/octet-stream', name) });
}

async function* toBytes(rows: AsyncGenerator<string>): AsyncGenerator<Uint8Array> {
  for await (const text of rows) if (text !== '') yield Buffer.from(text, 'latin1');
}

function headersOf(type: string, name: string): Readonly<Record<string, string>> {
  return {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  };
}
