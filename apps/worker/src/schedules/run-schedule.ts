import { dayRange, previousDay } from '@highwater/calendar';
import { deriveLinkToken, hashToken, keyedId } from '@highwater/crypto';
import {
  findSchedule,
  insertExport,
  insertLink,
  inTenant,
  listExportsOfRun,
  listLinksOfExport,
  listMembersByIds,
  lockRun,
  moveRun,
  raiseFinding,
  readArchiveSettled,
  resolveFindings,
  type ScheduleRow,
  type ScheduleRunRow,
  type TenantTx,
} from '@highwater/db';
import type { ExportId, LinkId, ScheduleId, TenantId } from '@highwater/domain';
import type { ExportDeps } from '../exports/export-deps.ts';

/** How long a run waits for WeCom and for files before it builds from what is there; the findings say what is not. */
const LONGEST_WAIT_MS = 15 * 60_000;
/** Days that a mailed link works. */
const LINK_DAYS = 7;

/**
 * Takes the next step of a day's run: pulling → building → mailing → done. Each step is one transaction under a lock on
 * the run, and ids of exports and links are derived from schedule, day and recipient: repeating a step adds nothing.
 */
export async function runSchedule(
  deps: ExportDeps,
  tenantId: TenantId,
  scheduleId: ScheduleId,
  runDay: string,
): Promise<void> {
  const linkKey = await deps.tenantKeys.subkey(tenantId, 'link');
  await inTenant(deps.database, tenantId, async (tx) => {
    const run = await lockRun(tx, scheduleId, runDay);
    const schedule = await findSchedule(tx, scheduleId);
    if (run === undefined || run.state === 'done' || run.state === 'failed') return;
    if (schedule === undefined) {
      await moveRun(tx, scheduleId, runDay, 'failed', { fault: 'thing.missing', finishedAt: deps.clock.now() });
      return;
    }
    if (run.state === 'pulling') await build(deps, tx, linkKey, schedule, run);
    else await mailOrFinish(deps, tx, run);
  });
}

async function build(
  deps: ExportDeps,
  tx: TenantTx,
  linkKey: Buffer,
  schedule: ScheduleRow,
  run: ScheduleRunRow,
): Promise<void> {
  const now = deps.clock.now();
  const period = dayRange(schedule.zone, previousDay(schedule.zone, dayRange(schedule.zone, run.runDay).from));
  const settled = await readArchiveSettled(tx, run.startedAt, period);
  const ready = settled.pulled && settled.opened && settled.mediaSettled;
  if (!ready && now - run.startedAt < LONGEST_WAIT_MS) return;

  for (const { memberId } of await listMembersByIds(tx, schedule.recipients)) {
    const exportId = keyedId(linkKey, 'export', run.scheduleId, run.runDay, memberId) as ExportId;
    const linkId = keyedId(linkKey, 'link', run.scheduleId, run.runDay, memberId) as LinkId;
    await insertExport(tx, {
      exportId,
      requestedBy: memberId,
      scheduleId: run.scheduleId,
      selection: period,
      sealedWords: null,
      archivedUntil: now,
      createdAt: now,
    });
    await insertLink(tx, {
      linkId,
      exportId,
      memberId,
      tokenHash: hashToken(deriveLinkToken(linkKey, linkId)),
      runDay: run.runDay,
      createdAt: now,
      expiresAt: now + LINK_DAYS * 86_400_000,
    });
    await deps.enqueue(tx, 'build-export', { tenantId: tx.tenantId, exportId });
  }
  await moveRun(tx, run.scheduleId, run.runDay, 'building');
}

async function mailOrFinish(deps: ExportDeps, tx: TenantTx, run: ScheduleRunRow): Promise<void> {
  const asked = await listExportsOfRun(tx, run.scheduleId, run.runDay);
  // Who left the company after the run began is neither waited for nor a failure of the run.
  const members = await listMembersByIds(
    tx,
    asked.map((row) => row.requestedBy),
  );
  const exports = asked.filter((row) => members.some((member) => member.memberId === row.requestedBy));
  if (exports.some((row) => row.state === 'queued' || row.state === 'running')) return;
  let waiting = 0;
  for (const row of exports) {
    if (row.state !== 'complete' && row.state !== 'complete_with_missing') continue;
    for (const link of await listLinksOfExport(tx, row.exportId)) {
      if (link.mailedAt !== null || link.revokedAt !== null) continue;
      waiting += 1;
      await deps.enqueue(tx, 'send-link-mail', { tenantId: tx.tenantId, linkId: link.linkId });
    }
  }
  if (waiting > 0) {
    if (run.state !== 'mailing') await moveRun(tx, run.scheduleId, run.runDay, 'mailing');
    return;
  }
  const failed = exports.find((row) => row.fault !== null);
  const finishedAt = deps.clock.now();
  const subject = `schedule:${run.scheduleId}`;
  if (failed?.fault) {
    await moveRun(tx, run.scheduleId, run.runDay, 'failed', { fault: failed.fault, finishedAt });
    await raiseFinding(tx, { fault: 'export.failed', subject, detail: { day: run.runDay }, now: finishedAt });
    return;
  }
  await moveRun(tx, run.scheduleId, run.runDay, 'done', { finishedAt });
  await resolveFindings(tx, ['export.failed'], subject, finishedAt);
}
