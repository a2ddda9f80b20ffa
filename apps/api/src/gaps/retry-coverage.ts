import {
  inTenant,
  listIncomplete,
  wakeEnrichment,
  wakePeople,
  wakeRooms,
  type CoveredKind,
  type IncompleteRow,
  type TenantTx,
} from '@highwater/db';
import type { ConnectionId, EnrichmentKind, PersonKey, RoomId, UnixMs } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { getConnectionRow } from '../connections/view-connection.ts';
import { coverageState, enrichmentKind } from '../schemas/coverage.ts';
import { fault } from '../schemas/problem.ts';
import { connectionId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const retryCoverageInput = {
  body: z.strictObject({
    connectionId,
    enrichment: enrichmentKind,
    /** One person or room; otherwise all of the state and cause, or everything that is not complete. */
    key: z.string().min(1).max(128).optional(),
    state: coverageState.optional(),
    fault: fault.optional(),
  }),
};

const COVERED: Readonly<Partial<Record<EnrichmentKind, CoveredKind>>> = {
  employees: 'employee',
  external_contacts: 'external_contact',
  robots: 'robot',
  rooms: 'room',
};

/** What is woken one by one; of more the worker goes through everything that is not complete. */
const ONE_BY_ONE = 1000;

/**
 * Has one person or room, all of one cause, or a whole kind of enrichment looked at again now, whatever stopped it. Asked
 * twice, it looks once: what is due is due.
 */
export async function retryCoverage(ctx: VerbContext, raw: RawInput): Promise<void> {
  const { tenantId, memberId } = authorise(ctx, 'connect');
  const { body } = parseInput(retryCoverageInput, raw);
  const { connectionId: id, enrichment, key, state, fault: cause } = body;
  const { clock, database, enqueue } = ctx.deps;
  await inTenant(database, tenantId, async (tx) => {
    await getConnectionRow(tx, id);
    const again = !(await wakeSome(tx, body, clock.now()));
    await wakeEnrichment(tx, id, [enrichment], clock.now(), { again });
    await recordAudit(ctx, tx, {
      event: 'coverage.retried',
      memberId,
      subject: `connection:${id}`,
      detail: {
        kind: enrichment,
        ...(key === undefined ? {} : { key }),
        ...(state === undefined ? {} : { state }),
        ...(cause === undefined ? {} : { fault: cause }),
      },
    });
    await enqueue(tx, 'enrich', { tenantId, connectionId: id, kind: enrichment });
  });
}

/** Wakes what was named; false when everything is to be looked at. */
async function wakeSome(
  tx: TenantTx,
  asked: z.output<(typeof retryCoverageInput)['body']>,
  now: UnixMs,
): Promise<boolean> {
  const kind = COVERED[asked.enrichment];
  if (kind === undefined) return false;
  if (asked.key !== undefined) {
    await wakeKeys(tx, asked.connectionId, kind, [asked.key], now);
    return true;
  }
  if (asked.state === undefined && asked.fault === undefined) return false;
  const filter = { kind, connectionId: asked.connectionId, state: asked.state ?? null, fault: asked.fault ?? null };
  const rows = await listIncomplete(tx, filter, { after: null, limit: ONE_BY_ONE + 1 });
  if (rows.length > ONE_BY_ONE) return false;
  await wakeKeys(tx, asked.connectionId, kind, keysOf(rows), now);
  return true;
}

function keysOf(rows: readonly IncompleteRow[]): string[] {
  return rows.map(({ key }) => key);
}

async function wakeKeys(
  tx: TenantTx,
  id: ConnectionId,
  kind: CoveredKind,
  keys: readonly string[],
  now: UnixMs,
): Promise<void> {
  if (kind === 'room') await wakeRooms(tx, id, keys as readonly RoomId[], now);
  else await wakePeople(tx, id, keys as readonly PersonKey[], now);
}
