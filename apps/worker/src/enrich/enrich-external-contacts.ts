import {
  endFollows,
  saveFollows,
  savePersonLooks,
  type DuePerson,
  type PersonLook,
  type TenantTx,
} from '@highwater/db';
import type { ConnectionId, CorpSecret, ExternalContactRecord, UnixMs } from '@highwater/domain';
import { cleanRecord } from './clean-record.ts';
import { listDue, markNoSecret } from './enrich-people.ts';
import type { EnrichTurn, TurnEnd } from './enrich-turn.ts';
import { lookAtEach, lookAtSome, PER_SAVE, type Looked } from './look-at-each.ts';
import { nameTags } from './name-tags.ts';
import { externalLook, missedLook } from './person-looks.ts';
import { beginWalk, readWalk, walkOn } from './walk-customers.ts';

/**
 * Names, companies and follow relations of the external contacts of the archive. Where many are due, a walk over the
 * customers of the employees in the archive's scope brings up to a hundred a call; who is left, or was just woken, is looked
 * at singly. Customers who never talked are passed over: they are none of the archive's business.
 */
export async function enrichExternalContacts(turn: EnrichTurn): Promise<TurnEnd> {
  turn.purpose = 'customer_contact';
  const secret = await turn.secret('customer_contact');
  if (secret === null) {
    turn.cursor = null;
    await markNoSecret(turn, 'external_contact');
    return { hasMore: false, nextRunAt: turn.startedAt };
  }
  let walk = readWalk(turn.cursor) ?? (await beginWalk(turn));
  while (walk !== null) {
    if (turn.isOver()) return { hasMore: true };
    await lookAtWoken(turn, secret, walk.since);
    walk = await walkOn(turn, secret, walk);
  }
  const hasMore = await lookAtEach<DuePerson, ExternalContactRecord>(turn, {
    list: (tx, limit) => listDue(turn, tx, 'external_contact', limit),
    look: (person) => look(turn, secret, person),
    save: (tx, looked) => saveLooked(turn.connectionId, tx, looked),
  });
  return hasMore ? { hasMore } : { hasMore, nextRunAt: turn.startedAt };
}

async function look(turn: EnrichTurn, secret: CorpSecret, { writtenAs }: DuePerson): Promise<ExternalContactRecord> {
  return cleanRecord(await turn.deps.contacts.getExternalContact(secret, writtenAs));
}

/** Whom a callback or a person woke while a walk goes on does not wait for its end. */
async function lookAtWoken(turn: EnrichTurn, secret: CorpSecret, since: UnixMs): Promise<void> {
  const limit = Math.min(PER_SAVE, turn.left());
  const woken = await turn.read((tx) => listDue(turn, tx, 'external_contact', limit, since + 1));
  if (woken.length === 0) return;
  const { looked, stop } = await lookAtSome(turn, woken.slice(0, limit), (person) => look(turn, secret, person));
  if (looked.length > 0) await turn.save((tx) => saveLooked(turn.connectionId, tx, looked));
  if (stop !== undefined) throw stop;
}

/** Looks that brought all followers of each: a relation that is missing among them has ended. */
async function saveLooked(
  connectionId: ConnectionId,
  tx: TenantTx,
  all: readonly Looked<DuePerson, ExternalContactRecord>[],
): Promise<void> {
  const looks: PersonLook[] = all.map((one) =>
    'answer' in one
      ? externalLook(one.thing.personKey, one.answer, one.at)
      : missedLook(one.thing, one.error.fault, one.at),
  );
  await savePersonLooks(tx, connectionId, looks);
  const found = all.flatMap((one) => ('answer' in one ? [one] : []));
  const follows = await nameTags(
    tx,
    connectionId,
    found.map(({ thing, answer, at }) => ({ externalKey: thing.personKey, follows: answer.follows, at })),
  );
  await saveFollows(tx, connectionId, follows);
  await endFollows(
    tx,
    connectionId,
    all.flatMap((one) => {
      const { thing, at } = one;
      if ('answer' in one) {
        return [{ externalKey: thing.personKey, followers: one.answer.follows.map((f) => f.employeeKey), at }];
      }
      // Nobody's customer any more.
      return one.error.fault === 'contact.unknown' ? [{ externalKey: thing.personKey, followers: [], at }] : [];
    }),
  );
}
