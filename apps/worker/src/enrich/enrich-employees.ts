import {
  listSilentPermitted,
  markPermitsLookedAt,
  observe,
  savePersonLooks,
  wakeMissingEmployees,
  type DuePerson,
  type Fact,
} from '@highwater/db';
import { FaultError, type EmployeeRecord, type PersonKey, type Walk } from '@highwater/domain';
import { askWithEither } from './ask-with-either.ts';
import { cleanRecord } from './clean-record.ts';
import { listDue, markNoSecret } from './enrich-people.ts';
import type { EnrichTurn, TurnEnd } from './enrich-turn.ts';
import { mayAnotherSecretDo } from './judge-fault.ts';
import { lookAtEach, lookAtSome } from './look-at-each.ts';
import { employeeLook, missedLook } from './person-looks.ts';
import { REFRESH_MS } from './refresh-times.ts';

/** How often the whole company is listed to find who left: one call per 10,000 places. */
const LISTING_MS = 6 * 3_600_000;
/** A company of half a million; more is left to the looks at each. */
const LISTING_CALLS = 60;
/** Names asked for per turn of people in the archive's scope who never spoke. */
const SILENT_PER_TURN = 50;

/** Names, departments and status of the employees of the archive, one call each; with the listing who left is found sooner. */
export async function enrichEmployees(turn: EnrichTurn): Promise<TurnEnd> {
  const ask = await askWithEither(turn, ['contacts', 'customer_contact']);
  if (ask === undefined) {
    await markNoSecret(turn, 'employee');
    return { hasMore: false, nextRunAt: turn.startedAt };
  }
  await findLeavers(turn);
  const look = async (userid: string): Promise<EmployeeRecord> =>
    cleanRecord(await ask((secret) => turn.deps.contacts.getEmployee(secret, userid)));
  const hasMore = await lookAtEach<DuePerson, EmployeeRecord>(turn, {
    list: (tx, limit) => listDue(turn, tx, 'employee', limit),
    look: ({ writtenAs }) => look(writtenAs),
    save: (tx, looked) =>
      savePersonLooks(
        tx,
        turn.connectionId,
        looked.map((one) =>
          'answer' in one
            ? employeeLook(one.thing, one.answer, one.at)
            : missedLook(one.thing, one.error.fault, one.at),
        ),
      ),
  });
  if (!hasMore) await nameSilent(turn, look);
  return hasMore ? { hasMore } : { hasMore, nextRunAt: turn.startedAt };
}

/** Employees that a listing of the company does not bring are looked at now, not when their time comes. */
async function findLeavers(turn: EnrichTurn): Promise<void> {
  const { lastWholeAt } = turn.row;
  const now = turn.startedAt;
  const secret = await turn.secret('contacts');
  if (secret === null || (lastWholeAt !== null && now - lastWholeAt < LISTING_MS && lastWholeAt <= now)) return;
  turn.purpose = 'contacts';
  const present = new Set<PersonKey>();
  let cursor: string | null = null;
  try {
    for (let calls = 0; calls < LISTING_CALLS; calls += 1) {
      const after: string | null = cursor;
      const page: Walk<{ personKey: PersonKey }> = await turn.call(() =>
        turn.deps.contacts.listEmployeeIds(secret, after),
      );
      for (const { personKey } of page.items) present.add(personKey);
      cursor = page.cursor;
      if (cursor === null) break;
    }
  } catch (error) {
    // Only the secret of the contacts synchronisation may list; without it the looks at each find the same, later.
    if (!mayAnotherSecretDo(error)) throw error;
    await turn.save(async () => undefined, { wholeAt: now });
    return;
  }
  const isWhole = cursor === null && present.size > 0;
  await turn.save(
    async (tx) => void (isWhole && (await wakeMissingEmployees(tx, turn.connectionId, [...present], now))),
    { wholeAt: now },
  );
}

/** People in the archive's scope who never spoke have no row of their own; their names stand in the intervals. */
async function nameSilent(turn: EnrichTurn, look: (userid: string) => Promise<EmployeeRecord>): Promise<void> {
  const { connectionId, startedAt } = turn;
  const limit = Math.min(SILENT_PER_TURN, turn.left());
  if (limit <= 0) return;
  const silent = await turn.read((tx) =>
    listSilentPermitted(tx, connectionId, startedAt - REFRESH_MS.employees, limit),
  );
  if (silent.length === 0) return;
  const { looked, stop } = await lookAtSome(turn, silent, look);
  const facts = looked.flatMap((one): Fact[] =>
    'answer' in one && one.answer.name !== null
      ? [{ subject: 'person', subjectKey: one.thing, attribute: 'name', value: one.answer.name, at: one.at }]
      : [],
  );
  await turn.save(async (tx) => {
    await markPermitsLookedAt(
      tx,
      connectionId,
      looked.map(({ thing }) => thing),
      startedAt,
    );
    await observe(tx, connectionId, facts);
  });
  if (stop !== undefined && !(stop instanceof FaultError && mayAnotherSecretDo(stop))) throw stop;
}
