import type { FindingRow } from '@highwater/db';
import type { Language } from '@highwater/domain';
import { createI18n } from '@highwater/i18n';
import type { z } from '@hono/zod-openapi';
import type { findingView } from '../schemas/finding.ts';

/** A finding with its sentences in the reader's language. */
export function viewFinding(row: FindingRow, language: Language): z.output<typeof findingView> {
  const { detail, ...rest } = row;
  const { title, cure } = createI18n(language).fault(row.fault, detail);
  return { ...rest, title, cure, params: detail };
}
