import type { FindingRow } from '@highwater/db';
import { ENRICHMENT_KINDS, type FaultDetail, type Language } from '@highwater/domain';
import { createI18n, remedyWords, type I18n } from '@highwater/i18n';
import type { z } from '@hono/zod-openapi';
import type { findingView } from '../schemas/finding.ts';
import { findLostTime, type AnsweredConnection } from './find-lost-time.ts';

/** What a finding's sentences depend on besides itself. */
export interface FindingReader {
  readonly language: Language;
  /** IANA zone in which times are told. */
  readonly zone: string;
  readonly now: number;
  readonly connections: readonly AnsweredConnection[];
}

/** A finding with its sentences in the reader's language; what WeCom dropped meanwhile is never promised. */
export function viewFinding(row: FindingRow, reader: FindingReader): z.output<typeof findingView> {
  const { detail, ...rest } = row;
  const i18n = createI18n(reader.language);
  const time = findLostTime(row, reader.connections, reader.now);
  const at = (moment: number) => i18n.formatDateTime(moment, reader.zone);
  const lost = time === null ? null : { from: at(time.from), until: at(time.until) };
  const { title, cure } = i18n.fault(row.fault, { ...detail, ...lost });
  return {
    ...rest,
    title: titleOf(i18n, title, detail),
    cure,
    ...remedyWords(i18n, row.fault, detail, lost),
    params: detail,
  };
}

/** A cause that stops enrichment says which kinds of it (comma between). */
function titleOf({ t }: I18n, title: string, { enrichment = '' }: FaultDetail): string {
  const stopped = String(enrichment).split(',');
  const kinds = ENRICHMENT_KINDS.filter((kind) => stopped.includes(kind)).map((kind) => t(`coverage.work.${kind}`));
  return kinds.length === 0 ? title : t('common.titled', { title: kinds.join(' · '), text: title });
}
