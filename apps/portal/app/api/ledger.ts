import type { LedgerDayDetail, LedgerDayView } from './setup-types.ts';
import type { Page } from './types.ts';
import { answerOf, type VisitorApi } from './visitor-api.ts';

/** Days of one page of the table. */
const DAYS = 14;
/** Pages of a day at once. */
const PAGES = 50;

export function listLedgerDays(
  { client }: VisitorApi,
  connectionId: string,
  cursor: string | undefined,
): Promise<Page<LedgerDayView>> {
  const query = { limit: DAYS, ...(cursor === undefined ? {} : { cursor }) };
  return answerOf(client.GET('/v1/ledger/{connectionId}/days', { params: { path: { connectionId }, query } }));
}

export function getLedgerDay(
  { client }: VisitorApi,
  place: { readonly connectionId: string; readonly day: string },
  cursor: string | undefined,
): Promise<LedgerDayDetail> {
  const query = { limit: PAGES, ...(cursor === undefined ? {} : { cursor }) };
  return answerOf(client.GET('/v1/ledger/{connectionId}/days/{day}', { params: { path: place, query } }));
}

export async function verifyLedger({ client }: VisitorApi, connectionId: string): Promise<void> {
  await client.POST('/v1/ledger/{connectionId}/verify', { params: { path: { connectionId } } });
}
