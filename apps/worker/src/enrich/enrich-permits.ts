import { savePermits } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { cleanRecord } from './clean-record.ts';
import type { EnrichTurn, TurnEnd } from './enrich-turn.ts';
import { REFRESH_MS, refreshAt } from './refresh-times.ts';

const EDITIONS = [1, 2, 3] as const;
/** What WeCom may say of an edition that the company did not buy. */
const OF_AN_EDITION = ['archive.not_opened', 'archive.expired', 'app.not_permitted'];

/** Who is in the archive's scope, edition by edition, with the archive's secret. One that is refused keeps what was known. */
export async function enrichPermits(turn: EnrichTurn): Promise<TurnEnd> {
  const nextRunAt = refreshAt(turn.startedAt, REFRESH_MS.permits);
  const secret = await turn.secret('archive');
  if (secret === null) return { hasMore: false, nextRunAt };
  let answered = 0;
  let refusal: unknown;
  for (const edition of EDITIONS) {
    const at = turn.deps.clock.now();
    try {
      const people = await turn.call(() => turn.deps.contacts.listPermits(secret, edition));
      answered += 1;
      const keys = cleanRecord(people).map(({ personKey }) => personKey);
      await turn.save((tx) => savePermits(tx, turn.connectionId, edition, keys, at), { wholeAt: at });
    } catch (error) {
      if (!(error instanceof FaultError && OF_AN_EDITION.includes(error.fault))) throw error;
      refusal ??= error;
    }
  }
  if (answered === 0) throw refusal;
  return { hasMore: false, nextRunAt };
}
