import {
  claimEnrichment,
  clearWoken,
  finishEnrichment,
  inTenant,
  wakeIncompletePeople,
  wakeIncompleteRooms,
  type EnrichmentRow,
} from '@highwater/db';
import type { ConnectionId, EnrichmentKind, TenantId } from '@highwater/domain';
import { BULK_PRIORITY } from '@highwater/jobs';
import type { ChainDeps } from '../deps.ts';
import { enrichConsents } from './enrich-consents.ts';
import { enrichDepartments } from './enrich-departments.ts';
import { enrichEmployees } from './enrich-employees.ts';
import { enrichExternalContacts } from './enrich-external-contacts.ts';
import { enrichPermits } from './enrich-permits.ts';
import { enrichRobots } from './enrich-robots.ts';
import { enrichRooms } from './enrich-rooms.ts';
import { enrichTags } from './enrich-tags.ts';
import { LEASE_MS, startEnrichTurn, type EnrichTurn, type TurnEnd } from './enrich-turn.ts';
import { isOfTheWay } from './judge-fault.ts';
import { reportStop, resolveStops } from './report-stop.ts';

const WORK: Readonly<Record<EnrichmentKind, (turn: EnrichTurn) => Promise<TurnEnd>>> = {
  employees: enrichEmployees,
  departments: enrichDepartments,
  external_contacts: enrichExternalContacts,
  rooms: enrichRooms,
  robots: enrichRobots,
  permits: enrichPermits,
  consents: enrichConsents,
  tags: enrichTags,
};

/** Things that a person's retry wakes per transaction. */
const WOKEN_AT_ONCE = 1_000;

/**
 * One turn of one kind of enrichment of one connection.
 *
 * Harmless to repeat and to kill: every call only reads from WeCom; what it answered is written in one short transaction,
 * together with when the thing is due next and where the walk stands. Killed before, the things are still due and are
 * asked for once more; killed after, they are not due. The same answer twice widens an interval or changes nothing. The
 * lease keeps two workers from asking for the same; that of a killed one runs out, and the sweep comes back to the kind.
 * A job that finds the kind taken or not due ends: who woke it left its mark in the rows, and the sweep reads those.
 */
export async function enrich(
  deps: ChainDeps,
  job: {
    readonly tenantId: TenantId;
    readonly connectionId: ConnectionId;
    readonly kind: EnrichmentKind;
    readonly turn?: number | undefined;
  },
  signal?: AbortSignal,
): Promise<void> {
  const { tenantId, connectionId, kind } = job;
  const now = deps.clock.now();
  const row = await inTenant(deps.database, tenantId, (tx) =>
    claimEnrichment(tx, connectionId, kind, { now, until: now + LEASE_MS }),
  );
  if (row === undefined) return;
  await wakeIncomplete(deps, job, row);
  const turn = startEnrichTurn(deps, job, row, signal);
  try {
    const end = await WORK[kind](turn);
    await inTenant(deps.database, tenantId, async (tx) => {
      await finishEnrichment(tx, connectionId, kind, {
        now: deps.clock.now(),
        startedAt: now,
        nextRunAt: end.hasMore ? now : end.nextRunAt,
      });
      if (row.fault !== null) await resolveStops(tx, turn);
      if (end.hasMore) {
        const next = { tenantId, connectionId, kind, turn: (job.turn ?? 0) + 1 };
        await deps.enqueue(tx, 'enrich', next, { priority: BULK_PRIORITY });
      }
    });
  } catch (error) {
    if (!isOfTheWay(error)) throw error;
    await reportStop(turn, error);
  }
}

/** What somebody asked to be looked at again becomes due, a thousand at a time, so that nobody waits for these rows. */
async function wakeIncomplete(
  deps: ChainDeps,
  { tenantId, connectionId, kind }: { tenantId: TenantId; connectionId: ConnectionId; kind: EnrichmentKind },
  { wokenAt }: EnrichmentRow,
): Promise<void> {
  if (wokenAt === null) return;
  for (let count = WOKEN_AT_ONCE; count === WOKEN_AT_ONCE;) {
    count = await inTenant(deps.database, tenantId, async (tx) => {
      if (kind === 'rooms') return wakeIncompleteRooms(tx, connectionId, wokenAt, WOKEN_AT_ONCE);
      const person = PERSON_OF_KIND[kind];
      return person === undefined ? 0 : wakeIncompletePeople(tx, connectionId, person, wokenAt, WOKEN_AT_ONCE);
    });
  }
  await inTenant(deps.database, tenantId, (tx) => clearWoken(tx, connectionId, kind, wokenAt));
}

const PERSON_OF_KIND: Readonly<Partial<Record<EnrichmentKind, 'employee' | 'external_contact' | 'robot'>>> = {
  employees: 'employee',
  external_contacts: 'external_contact',
  robots: 'robot',
};
