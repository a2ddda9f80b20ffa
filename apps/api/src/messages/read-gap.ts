import { findReadingSettings, type TenantTx } from '@highwater/db';
import { queryInteger } from '../schemas/query-values.ts';

/** Minutes of silence that end a dialog: `gap` of an address. */
export const queryGap = queryInteger({ min: 1, max: 1440 });

/** The gap asked for, or the company's own, in minutes. */
export async function readGap(tx: TenantTx, asked: number | undefined): Promise<number> {
  return asked ?? (await findReadingSettings(tx)).dialogGapMinutes;
}
