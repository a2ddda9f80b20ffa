import {
  countDuePeople,
  endFollowsUnseenSince,
  listKnownPeople,
  listPermittedEmployees,
  saveFollows,
  savePersonLooks,
  type TenantTx,
} from '@highwater/db';
import type { CorpSecret, ExternalContactRecord, PersonKey, UnixMs, Walk } from '@highwater/domain';
import { cleanRecord } from './clean-record.ts';
import type { EnrichTurn } from './enrich-turn.ts';
import { isOfTheThing } from './judge-fault.ts';
import { nameTags } from './name-tags.ts';
import { externalLook } from './person-looks.ts';

/** Below this, single looks cost fewer calls than a walk over customers who may never have talked. */
export const WALK_FROM = 200;
/** A walk brings everybody up to date at about the same time; the next one goes when they are due again. */
const WALK_MS = 20 * 3_600_000;
/** Employees that one call takes. */
const EMPLOYEES_PER_CALL = 100;

interface Employee {
  readonly personKey: PersonKey;
  readonly writtenAs: string;
}

/** Where a walk stands; kept as the cursor of the kind. */
export interface CustomerWalk {
  /** When it began: a relation of a walked employee that was not seen since then has ended. */
  readonly since: UnixMs;
  /** The last employee that was taken into a batch. */
  readonly after: PersonKey | null;
  /** Employees under way, and whom an error made us ask for apart. */
  readonly batches: readonly (readonly Employee[])[];
  /** WeCom's, of the first batch. */
  readonly cursor: string | null;
}

export function readWalk(cursor: string | null): CustomerWalk | null {
  return cursor === null ? null : (JSON.parse(cursor) as CustomerWalk);
}

/** A new walk, where one is worth its calls. */
export async function beginWalk(turn: EnrichTurn): Promise<CustomerWalk | null> {
  const { startedAt, connectionId, row } = turn;
  const age = row.lastWholeAt === null ? WALK_MS : startedAt - row.lastWholeAt;
  if (age >= 0 && age < WALK_MS) return null;
  const [due, [first]] = await turn.read(async (tx) => [
    await countDuePeople(tx, connectionId, 'external_contact', startedAt, WALK_FROM),
    await listPermittedEmployees(tx, connectionId, { after: null, limit: 1 }),
  ]);
  if (due < WALK_FROM || first === undefined) return null;
  return { since: startedAt, after: null, batches: [], cursor: null };
}

/** One call of a walk, its results and its new place in one transaction; null when the walk is at its end. */
export async function walkOn(turn: EnrichTurn, secret: CorpSecret, walk: CustomerWalk): Promise<CustomerWalk | null> {
  const [batch, ...others] = walk.batches;
  if (batch === undefined) return takeBatch(turn, walk);
  // A clock that went back does not make what is seen now older than the walk.
  const at = Math.max(turn.deps.clock.now(), walk.since);
  let page: Walk<ExternalContactRecord>;
  try {
    const userids = batch.map(({ writtenAs }) => writtenAs);
    page = cleanRecord(await turn.call(() => turn.deps.contacts.listExternalContactsOf(secret, userids, walk.cursor)));
  } catch (error) {
    if (!isOfTheThing(error)) throw error;
    // One of them is not to be asked for; which one shows when they are asked for apart.
    const middle = Math.ceil(batch.length / 2);
    const parts = batch.length === 1 ? [] : [batch.slice(0, middle), batch.slice(middle)];
    return keep(turn, { ...walk, batches: [...parts, ...others], cursor: null });
  }
  const isBatchDone = page.cursor === null;
  return keep(turn, { ...walk, batches: isBatchDone ? others : walk.batches, cursor: page.cursor }, async (tx) => {
    await savePage(turn, tx, page.items, at);
    if (!isBatchDone) return;
    const walked = batch.map(({ personKey }) => personKey);
    await endFollowsUnseenSince(tx, turn.connectionId, walked, { since: walk.since, now: at });
  });
}

async function takeBatch(turn: EnrichTurn, walk: CustomerWalk): Promise<CustomerWalk | null> {
  const page = { after: walk.after, limit: EMPLOYEES_PER_CALL };
  const batch = await turn.read((tx) => listPermittedEmployees(tx, turn.connectionId, page));
  const last = batch.at(-1);
  if (last !== undefined) return keep(turn, { ...walk, after: last.personKey, batches: [batch], cursor: null });
  turn.cursor = null;
  await turn.save(async () => undefined, { wholeAt: walk.since });
  return null;
}

async function keep(
  turn: EnrichTurn,
  walk: CustomerWalk,
  work: (tx: TenantTx) => Promise<void> = async () => undefined,
): Promise<CustomerWalk> {
  turn.cursor = JSON.stringify(walk);
  await turn.save(work);
  return walk;
}

/** Of the customers of a page those whom the archive knows; each comes with the one relation that it was found by. */
async function savePage(
  turn: EnrichTurn,
  tx: TenantTx,
  items: readonly ExternalContactRecord[],
  at: UnixMs,
): Promise<void> {
  const { connectionId } = turn;
  const keys = [...new Set(items.map(({ externalKey }) => externalKey))];
  const known = new Set(
    (await listKnownPeople(tx, connectionId, 'external_contact', keys)).map(({ personKey }) => personKey),
  );
  const found = items.filter(({ externalKey }) => known.has(externalKey));
  const each = new Map(found.map((record) => [record.externalKey, record]));
  await savePersonLooks(
    tx,
    connectionId,
    [...each.values()].map((record) => externalLook(record.externalKey, record, at)),
  );
  const withTimes = found.map(({ externalKey, follows }) => ({ externalKey, follows, at }));
  await saveFollows(tx, connectionId, await nameTags(tx, connectionId, withTimes));
}
