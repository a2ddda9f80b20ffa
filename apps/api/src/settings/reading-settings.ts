import { findReadingSettings, inTenant, updateReadingSettings } from '@highwater/db';
import { FaultError, type ReadingSettings } from '@highwater/domain';
import { readingSettingsToSet } from '../schemas/reading-settings.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const changeReadingInput = { body: readingSettingsToSet };

/** How the company cuts dialogs and within which working hours it answers; whoever reads may know. */
export async function getReadingSettings(ctx: VerbContext, raw: RawInput) {
  const { tenantId, rights } = authorise(ctx, 'view', { opens: false, looks: true });
  parseInput({}, raw);
  const settings = await inTenant(ctx.deps.database, tenantId, findReadingSettings);
  return { ...settings, mayChange: rights.actions.includes('connect') };
}

/** For whoever sets the company up. What was found before by the old hours is found by the new ones from now on. */
export async function changeReadingSettings(ctx: VerbContext, raw: RawInput) {
  const { tenantId, memberId } = authorise(ctx, 'connect');
  const { body } = parseInput(changeReadingInput, raw);
  const workingDays = [...new Set(body.workingDays)].toSorted((one, other) => one - other);
  // Times of day are as long as each other, so their letters are in their order.
  if (body.workingUntil <= body.workingFrom) throw new FaultError('request.malformed', { field: 'workingUntil' });
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const before = await findReadingSettings(tx);
    await updateReadingSettings(tx, { ...body, workingDays });
    const detail = { ...changesOf(before, { ...body, workingDays }) };
    await recordAudit(ctx, tx, { event: 'reading.changed', memberId, detail });
    return { ...(await findReadingSettings(tx)), mayChange: true };
  });
}

const FIELDS = ['dialogGapMinutes', 'unansweredHours', 'workingDays', 'workingFrom', 'workingUntil'] as const;
type Fields = Pick<ReadingSettings, (typeof FIELDS)[number]>;

/** Each setting as it is now, and as it was where it changed. */
function changesOf(before: Fields, after: Fields): Record<string, string | number> {
  const text = (value: Fields[(typeof FIELDS)[number]]) => (typeof value === 'object' ? value.join(',') : value);
  const changes: Record<string, string | number> = {};
  for (const field of FIELDS) {
    const [was, is] = [text(before[field]), text(after[field])];
    if (was !== is) changes[`${field}Before`] = was;
    changes[field] = is;
  }
  return changes;
}
