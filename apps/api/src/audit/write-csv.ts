import type { AuditRow, TenantTx } from '@highwater/db';
import type { Language } from '@highwater/domain';
import { CSV_BOM, csvRow } from '@highwater/exports';
import { createI18n } from '@highwater/i18n';
import type { VerbContext } from '../verbs/verb-context.ts';
import { viewLines } from './view-lines.ts';

const COLUMNS = [
  'when',
  'who',
  'event',
  'what',
  'subject',
  'name',
  'detail',
  'reason',
  'from',
  'position',
  'row',
] as const;

export function writeCsvHead(language: Language): Uint8Array {
  const { t } = createI18n(language);
  return Buffer.from(CSV_BOM + csvRow(COLUMNS.map((column) => t(`audit.column.${column}`))));
}

/** Lines as rows of a table, with what things are called today. */
export async function writeCsvLines(
  ctx: Pick<VerbContext, 'deps' | 'language'>,
  tx: TenantTx,
  rows: readonly AuditRow[],
): Promise<Uint8Array> {
  const { t } = createI18n(ctx.language);
  const lines = (await viewLines(ctx, tx, rows)).map((line) => {
    const about = line.about === null ? '' : (line.about.name ?? line.about.people.join(t('common.comma')));
    const cells: Record<(typeof COLUMNS)[number], string> = {
      when: new Date(line.at).toISOString(),
      who: line.memberName ?? t(`audit.actor.${line.actor}`),
      event: line.event,
      what: wordOf(line.event, t),
      subject: line.subject ?? '',
      name: about,
      detail: JSON.stringify(line.detail),
      reason: line.reason ?? '',
      from: line.address ?? '',
      position: line.position === null ? '' : String(line.position),
      row: line.auditId,
    };
    return csvRow(COLUMNS.map((column) => cells[column]));
  });
  return Buffer.from(lines.join(''));
}

/** The event in words; one without words by its own name. */
function wordOf(event: string, t: ReturnType<typeof createI18n>['t']): string {
  const key = `audit.event.${event.replace('.', '_')}` as 'audit.event.access_denied';
  const word = t(key);
  return word === key ? event : word;
}
