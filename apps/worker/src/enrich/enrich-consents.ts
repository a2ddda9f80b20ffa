import {
  addConsentPairs,
  listDueConsents,
  listDueRoomConsents,
  postponeRoomConsents,
  saveConsentLooks,
  type ConsentLook,
  type DueConsent,
} from '@highwater/db';
import type { ConsentRecord, CorpSecret, Fault, RoomId, UnixMs } from '@highwater/domain';
import { cleanRecord } from './clean-record.ts';
import type { EnrichTurn, TurnEnd } from './enrich-turn.ts';
import { isOfTheThing } from './judge-fault.ts';
import { lookAtEach } from './look-at-each.ts';
import { CONSENT_ROUND_MS, missedAt, REFRESH_MS, refreshAt } from './refresh-times.ts';

/** Pairs that one call takes. */
const PAIRS_PER_CALL = 100;

/** Whether external contacts agreed to be archived: pairs that talk, a hundred a call, and customer rooms, one a call. */
export async function enrichConsents(turn: EnrichTurn): Promise<TurnEnd> {
  const nextRunAt = turn.startedAt + CONSENT_ROUND_MS;
  const secret = await turn.secret('archive');
  if (secret === null) return { hasMore: false, nextRunAt };
  await turn.save(async (tx) => void (await addConsentPairs(tx, turn.connectionId)));
  for (;;) {
    if (turn.isOver()) return { hasMore: true };
    const due = await turn.read((tx) => listDueConsents(tx, turn.connectionId, turn.deps.clock.now(), PAIRS_PER_CALL));
    if (due.length === 0) break;
    await askPairs(turn, secret, due);
  }
  const hasMore = await lookAtEach<RoomId, readonly ConsentRecord[]>(turn, {
    list: (tx, limit) => listDueRoomConsents(tx, turn.connectionId, turn.deps.clock.now(), limit),
    look: async (roomId) => cleanRecord(await turn.deps.contacts.checkRoomConsents(secret, roomId)),
    async save(tx, looked) {
      const rooms = looked.map(({ thing }) => thing);
      await postponeRoomConsents(tx, turn.connectionId, rooms, refreshAt(turn.deps.clock.now(), REFRESH_MS.consents));
      const looks = looked.flatMap((one) =>
        'answer' in one ? one.answer.map((record) => roomLook(one.thing, record, one.at)) : [],
      );
      const each = new Map(looks.map((look) => [`${look.externalKey} ${look.counterpart}`, look]));
      await saveConsentLooks(tx, turn.connectionId, [...each.values()]);
    },
  });
  return hasMore ? { hasMore } : { hasMore, nextRunAt };
}

/** Asks for pairs together; where WeCom refuses one of them, for the halves apart, down to the one it means. */
async function askPairs(turn: EnrichTurn, secret: CorpSecret, pairs: readonly DueConsent[]): Promise<void> {
  const at = turn.deps.clock.now();
  let said: ReadonlyMap<string, ConsentRecord> = new Map();
  let fault: Fault = 'contact.unknown';
  try {
    const asked = pairs.map(({ userid, externalKey }) => ({ userid, externalUserid: externalKey }));
    const answer = cleanRecord(await turn.call(() => turn.deps.contacts.checkConsents(secret, asked)));
    said = new Map(answer.map((record) => [`${record.employeeKey} ${record.externalKey}`, record]));
  } catch (error) {
    if (!isOfTheThing(error)) throw error;
    if (pairs.length > 1) {
      const middle = Math.ceil(pairs.length / 2);
      await askPairs(turn, secret, pairs.slice(0, middle));
      await askPairs(turn, secret, pairs.slice(middle));
      return;
    }
    fault = error.fault;
  }
  const looks = pairs.map((pair) => pairLook(pair, said.get(`${pair.employeeKey} ${pair.externalKey}`), fault, at));
  await turn.save((tx) => saveConsentLooks(tx, turn.connectionId, looks));
}

function pairLook(pair: DueConsent, record: ConsentRecord | undefined, fault: Fault, at: UnixMs): ConsentLook {
  const misses = record === undefined ? pair.misses + 1 : 0;
  return {
    externalKey: pair.externalKey,
    counterpart: pair.employeeKey,
    inRoom: false,
    status: record?.status ?? null,
    changedAt: record?.changedAt ?? null,
    fault: record === undefined ? fault : null,
    misses,
    at,
    nextLookAt: record === undefined ? missedAt(at, misses) : refreshAt(at, REFRESH_MS.consents),
  };
}

function roomLook(roomId: RoomId, { externalKey, status, changedAt }: ConsentRecord, at: UnixMs): ConsentLook {
  return {
    externalKey,
    counterpart: roomId,
    inRoom: true,
    status,
    changedAt,
    fault: null,
    misses: 0,
    at,
    nextLookAt: null,
  };
}
