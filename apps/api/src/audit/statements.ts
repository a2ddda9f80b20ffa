import {
  findStatement,
  inTenant,
  listStatements,
  nameAuditSubjects,
  type StatementRow,
  type TenantTx,
} from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { CSV_BOM, csvRow } from '@highwater/exports';
import { createI18n } from '@highwater/i18n';
import { z } from '@hono/zod-openapi';
import { pageQuery } from '../schemas/query-values.ts';
import { authorise } from '../verbs/authorise.ts';
import { decodeCursor, pageOf } from '../verbs/cursor.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const listStatementsInput = { query: pageQuery };
export const getStatementInput = { params: z.strictObject({ month }) };

/** Months of a page unless asked otherwise. */
const LIMIT = 24;
const place = z.strictObject({ month });

/** Months that have a statement of who looked at whom, the newest first. */
export async function listMonths(ctx: VerbContext, raw: RawInput) {
  const { tenantId } = authorise(ctx, 'see_audit');
  const { cursor, limit = LIMIT } = parseInput(listStatementsInput, raw).query;
  const before = decodeCursor(place, cursor)?.month ?? null;
  const rows = await inTenant(ctx.deps.database, tenantId, (tx) => listStatements(tx, { before, limit: limit + 1 }));
  return pageOf(rows, limit, (row) => ({ month: row.month }));
}

/** Who looked at whom in a month, as it was counted then, with the names of today. */
export async function getStatement(ctx: VerbContext, raw: RawInput) {
  const { tenantId, memberId } = authorise(ctx, 'see_audit');
  const { params } = parseInput(getStatementInput, raw);
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const view = await viewStatement(tx, params.month);
    await recordAudit(ctx, tx, { event: 'statement.viewed', memberId, subject: `statement:${params.month}` });
    return view;
  });
}

const NUMBERS = ['conversations', 'people', 'files', 'searches', 'exports', 'downloads', 'denials'] as const;

/** The same as a table. */
export async function downloadStatement(ctx: VerbContext, raw: RawInput): Promise<Response> {
  const { tenantId, memberId } = authorise(ctx, 'see_audit');
  const { params } = parseInput(getStatementInput, raw);
  const { t } = createI18n(ctx.language);
  const { lines } = await inTenant(ctx.deps.database, tenantId, async (tx) => {
    const view = await viewStatement(tx, params.month);
    await recordAudit(ctx, tx, { event: 'statement.downloaded', memberId, subject: `statement:${params.month}` });
    return view;
  });
  const head = [t('audit.who'), ...NUMBERS.map((name) => t(`statements.${name}`)), t('statements.top')];
  const rows = lines.map((line) => [
    line.name ?? line.memberId,
    ...NUMBERS.map((name) => String(line[name])),
    line.top.map(({ name, subject, times }) => `${name ?? subject} ${times}`).join(t('common.comma')),
  ]);
  return new Response(CSV_BOM + [head, ...rows].map(csvRow).join(''), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="statement-${params.month}.csv"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}

async function viewStatement(tx: TenantTx, asked: string) {
  const found = await findStatement(tx, asked);
  if (found === undefined) throw new FaultError('thing.missing');
  const names = await namesOf(tx, found);
  const lines = found.lines.map((line) => {
    const member = names.get(`member:${line.memberId}`);
    return {
      ...line,
      name: member?.name ?? null,
      isMember: member !== undefined && !member.isGone,
      top: line.top.map(({ subject, times }) => ({
        subject,
        kind: subject.startsWith('room:') ? ('room' as const) : ('person' as const),
        name: names.get(subject)?.name ?? null,
        times,
      })),
    };
  });
  return { ...found, lines };
}

async function namesOf(tx: TenantTx, { lines }: StatementRow) {
  const subjects = lines.flatMap((line) => [`member:${line.memberId}`, ...line.top.map(({ subject }) => subject)]);
  return new Map((await nameAuditSubjects(tx, subjects)).map((name) => [name.subject, name]));
}
