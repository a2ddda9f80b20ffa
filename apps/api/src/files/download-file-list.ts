import { inTenant, listFiles, type Database, type FileFilter, type FilePlace, type FileRow } from '@highwater/db';
import type { AccessCondition, TenantId } from '@highwater/domain';
import { CSV_BOM, csvRow } from '@highwater/exports';
import { createI18n, type I18n } from '@highwater/i18n';
import { streamOf } from '../http/stream-of.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { fileQuery, filterOf } from './file-query.ts';
import { authoriseFiles } from './read-files.ts';

export const downloadFileListInput = { query: fileQuery.omit({ cursor: true, limit: true }) };

/** Rows of one statement. */
const BATCH = 1000;

/** One of the lists as a table for spreadsheets, whole: each file with its message, cause and times in UTC. */
export async function downloadFileList(ctx: VerbContext, raw: RawInput): Promise<Response> {
  const { tenantId, memberId, access } = authoriseFiles(ctx);
  const { query } = parseInput(downloadFileListInput, raw);
  const { database } = ctx.deps;
  await inTenant(database, tenantId, (tx) =>
    recordAudit(ctx, tx, {
      event: 'files.listed',
      memberId,
      detail: { list: query.list, ...(query.fault === undefined ? {} : { fault: query.fault }) },
    }),
  );
  const rows = readAll(database, tenantId, access, filterOf(query));
  return new Response(streamOf(toCsv(rows, createI18n(ctx.language))), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="files-${query.list}.csv"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}

/** Page by page, so that a long list holds neither memory nor a transaction while it is read slowly. */
async function* readAll(
  database: Database,
  tenantId: TenantId,
  access: AccessCondition,
  filter: FileFilter,
): AsyncGenerator<readonly FileRow[]> {
  let before: FilePlace | null = null;
  for (;;) {
    const page: { readonly before: FilePlace | null; readonly limit: number } = { before, limit: BATCH };
    const rows = await inTenant(database, tenantId, (tx) => listFiles(tx, access, filter, page));
    yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    before = { sentAt: last.sentAt, mediaId: last.mediaId };
  }
}

const COLUMNS = [
  'kind',
  'name',
  'state',
  'cause',
  'cure',
  'sent',
  'expires',
  'size',
  'received',
  'md5',
  'sha256',
  'attempts',
  'next',
  'message',
  'file',
] as const;

async function* toCsv(pages: AsyncIterable<readonly FileRow[]>, i18n: I18n): AsyncGenerator<Uint8Array> {
  yield Buffer.from(CSV_BOM + csvRow(COLUMNS.map((column) => i18n.t(`files.column.${column}`))));
  for await (const rows of pages) {
    if (rows.length > 0) yield Buffer.from(rows.map((row) => csvRow(cellsOf(row, i18n))).join(''));
  }
}

function cellsOf(row: FileRow, { t, fault }: I18n): string[] {
  const why = row.textFault ?? row.fault;
  const words = why === null ? { title: '', cure: '' } : fault(why);
  // A stored file is done with: nothing fetches it again by itself.
  const isOther = row.textFault === null && row.fault !== null && row.state === 'stored';
  const cure = isOther ? t('files.means.deviating') : words.cure;
  const cells: Record<(typeof COLUMNS)[number], string> = {
    kind: t(`files.kind.${row.mediaKind}`),
    name: row.fileName ?? '',
    state: t(`files.state.${row.state}`),
    cause: words.title,
    cure,
    sent: timeOf(row.sentAt),
    expires: timeOf(row.expiresAt),
    size: row.size ?? row.expectedSize ?? '',
    received: row.state === 'wanted' ? row.receivedBytes : '',
    md5: row.md5State === null ? '' : t(`files.md5.${row.md5State}`),
    sha256: row.sha256 ?? '',
    attempts: String(row.attempts),
    next: row.nextTryAt === null ? '' : timeOf(row.nextTryAt),
    message: row.messageId,
    file: row.mediaId,
  };
  return COLUMNS.map((column) => cells[column]);
}

function timeOf(at: number): string {
  return new Date(at).toISOString();
}
