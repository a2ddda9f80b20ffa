import { saveDepartments } from '@highwater/db';
import { askWithEither } from './ask-with-either.ts';
import { cleanRecord } from './clean-record.ts';
import type { EnrichTurn, TurnEnd } from './enrich-turn.ts';
import { REFRESH_MS, refreshAt } from './refresh-times.ts';

/** The department tree, whole, in one call. */
export async function enrichDepartments(turn: EnrichTurn): Promise<TurnEnd> {
  const nextRunAt = refreshAt(turn.startedAt, REFRESH_MS.departments);
  const ask = await askWithEither(turn, ['contacts', 'customer_contact']);
  if (ask === undefined) return { hasMore: false, nextRunAt };
  const at = turn.deps.clock.now();
  const departments = await turn.call(() => ask((secret) => turn.deps.contacts.listDepartments(secret)));
  await turn.save((tx) => saveDepartments(tx, turn.connectionId, cleanRecord(departments), at), { wholeAt: at });
  return { hasMore: false, nextRunAt };
}
