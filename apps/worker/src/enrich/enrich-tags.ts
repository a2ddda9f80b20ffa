import { saveCustomerTags } from '@highwater/db';
import { cleanRecord } from './clean-record.ts';
import type { EnrichTurn, TurnEnd } from './enrich-turn.ts';
import { REFRESH_MS, refreshAt } from './refresh-times.ts';

/** The names of the company's customer tags, in one call. */
export async function enrichTags(turn: EnrichTurn): Promise<TurnEnd> {
  const nextRunAt = refreshAt(turn.startedAt, REFRESH_MS.tags);
  turn.purpose = 'customer_contact';
  const secret = await turn.secret('customer_contact');
  if (secret === null) return { hasMore: false, nextRunAt };
  const at = turn.deps.clock.now();
  const tags = await turn.call(() => turn.deps.contacts.listCustomerTags(secret));
  await turn.save((tx) => saveCustomerTags(tx, turn.connectionId, cleanRecord(tags), at), { wholeAt: at });
  return { hasMore: false, nextRunAt };
}
