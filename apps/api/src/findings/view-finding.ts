import type { FindingRow } from '@highwater/db';
import type { Language } from '@highwater/domain';
import { createI18n } from '@highwater/i18n';
import type { z } from '@hono/zod-openapi';
import type { findingView } from '../schemas/finding.ts';

/** A finding with its sentences in the reader's language. */
export function viewFinding(row: FindingRow, language: Language): z.output<typeof findingView> {
  const { detail, ...rest } = row;
  const i18n = createI18n(language);
  const { title, cure } = i18n.fault(row.fault, detail);
  return { ...rest, title, cure, ...i18n.remedy(row.fault, detail), params: detail };
}
