import { dayOf, dayRange } from '@highwater/calendar';
import {
  countMedia,
  countMessages,
  findTenant,
  inTenant,
  listCompleteness,
  listConnections,
  listFindings,
  type ConnectionRow,
  type TenantTx,
} from '@highwater/db';
import { FaultError, type UnixMs } from '@highwater/domain';
import type { z } from '@hono/zod-openapi';
import { viewConnection } from '../connections/view-connection.ts';
import { lostSoFar, WINDOW_MS, type TimeSpan } from '../findings/find-lost-time.ts';
import { viewFinding } from '../findings/view-finding.ts';
import type { overviewView } from '../schemas/overview.ts';
import { requireMember } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const getOverviewInput = {};

type OverviewView = z.output<typeof overviewView>;
type Health = Omit<OverviewView, 'storedMessages' | 'today' | 'firstMessageId'>;

/** Findings that the first page shows. */
const MOST_FINDINGS = 20;

/** Whether the archive is whole and healthy; for a reader with a narrow grant, how many messages are theirs. */
export async function getOverview(ctx: VerbContext, raw: RawInput): Promise<OverviewView> {
  const { tenantId, rights } = requireMember(ctx);
  parseInput(getOverviewInput, raw);
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const tenant = await findTenant(tx);
    if (tenant === undefined) throw new FaultError('thing.missing');
    const now = ctx.deps.clock.now();
    const { from: midnight } = dayRange(tenant.zone, dayOf(tenant.zone, now));
    const counts = await countMessages(tx, rights.access('view'), midnight);
    return {
      ...counts,
      ...(rights.actions.includes('see_completeness') ? await readHealth(ctx, tx, tenant.zone) : NOT_SHOWN),
    };
  });
}

const HOUR_MS = 3_600_000;

async function readHealth(ctx: VerbContext, tx: TenantTx, zone: string): Promise<Health> {
  const now = ctx.deps.clock.now();
  const connections = await listConnections(tx);
  const [connection] = connections;
  const completeness = await listCompleteness(tx);
  const media = await countMedia(tx);
  const findings = await listFindings(tx, 'open', { before: null, limit: MOST_FINDINGS });
  const sum = (pick: (row: (typeof completeness)[number]) => number) =>
    completeness.reduce((total, row) => total + pick(row), 0);
  return {
    connection: connection === undefined ? null : viewConnection(ctx, connection),
    lastSeq: connection?.cursorSeq ?? '0',
    lastPullAt: connection?.lastPullAt ?? null,
    lastAnswerAt: connection?.lastAnswerAt ?? null,
    hoursLeft: connections.length === 0 ? null : Math.min(...connections.map((one) => hoursLeft(one, now))),
    mayBeLost: longestLost(connections, now),
    sealed: sum((row) => row.sealed),
    unreadable: sum((row) => row.unreadable),
    unseen: sum((row) => Number(row.unseenTotal)),
    mediaWanted: media.wanted,
    mediaAbsent: media.absent,
    findings: findings.map((finding) => viewFinding(finding, { language: ctx.language, zone, now, connections })),
  };
}

function hoursLeft({ lastAnswerAt, createdAt }: ConnectionRow, now: UnixMs): number {
  return Math.max(0, Math.ceil(((lastAnswerAt ?? createdAt) + WINDOW_MS - now) / HOUR_MS));
}

/** Of the connection that was answered longest ago. */
function longestLost(connections: readonly ConnectionRow[], now: UnixMs): TimeSpan | null {
  const lost = connections.map((one) => lostSoFar(one, now)).filter((span) => span !== null);
  return lost.toSorted((one, other) => one.from - other.from)[0] ?? null;
}

const NOT_SHOWN: Health = {
  connection: null,
  lastSeq: '0',
  lastPullAt: null,
  lastAnswerAt: null,
  hoursLeft: null,
  mayBeLost: null,
  sealed: 0,
  unreadable: 0,
  unseen: 0,
  mediaWanted: 0,
  mediaAbsent: 0,
  findings: [],
};
