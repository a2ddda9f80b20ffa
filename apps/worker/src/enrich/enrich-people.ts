import { listDuePeople, markPeopleUnseen, type DuePerson, type PersonKind, type TenantTx } from '@highwater/db';
import type { UnixMs } from '@highwater/domain';
import type { EnrichTurn } from './enrich-turn.ts';
import { refreshAt } from './refresh-times.ts';

/** Rows that are marked per transaction. */
const MARKED_AT_ONCE = 1_000;
/** Without a secret nothing is asked; giving one wakes the kind. */
const NO_SECRET_MS = 24 * 3_600_000;

/** Says of everybody who is due that there is no secret to ask with. */
export async function markNoSecret(turn: EnrichTurn, kind: PersonKind): Promise<void> {
  const now = turn.startedAt;
  for (let count = MARKED_AT_ONCE; count === MARKED_AT_ONCE;) {
    await turn.save(async (tx) => {
      count = await markPeopleUnseen(tx, turn.connectionId, kind, {
        now,
        nextLookAt: refreshAt(now, NO_SECRET_MS),
        fault: 'secret.missing',
        limit: MARKED_AT_ONCE,
      });
    });
  }
}

/** Who is due; `since` leaves out whose time came before it. */
export async function listDue(
  turn: EnrichTurn,
  tx: TenantTx,
  kind: PersonKind,
  limit: number,
  since: UnixMs | null = null,
): Promise<readonly DuePerson[]> {
  const now = turn.deps.clock.now();
  return listDuePeople(tx, turn.connectionId, kind, { now, since, limit: Math.max(1, Math.ceil(limit / 2)) });
}
