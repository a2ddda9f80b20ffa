import type { AccessCondition, ExportId } from '@highwater/domain';
import { newId, ROW_TIME } from '@highwater/testkit';
import * as db from '../../index.ts';
import { NO_SUCH_ROW, type Cases } from './isolation-case.ts';
import { DAY, EVERYTHING, type SeededTenant } from './seed-tenant.ts';

const ALL: AccessCondition = { kind: 'all' };
const FROZEN = { selection: EVERYTHING, access: ALL, archivedUntil: ROW_TIME, among: null };
const PERIOD = { from: 0, until: ROW_TIME + 86_400_000 };

/** The owner freezes first: what a build would have done. */
async function withList<Result>(tx: db.TenantTx, seed: SeededTenant, read: (id: ExportId) => Promise<Result>) {
  await db.freezeSelection(tx, seed.queuedExportId, FROZEN);
  return read(seed.queuedExportId);
}

function newSchedule(seed: SeededTenant): db.ScheduleRow {
  return {
    scheduleId: seed.scheduleId,
    name: '另一个',
    zone: 'UTC',
    timeOfDay: '08:00',
    recipients: [seed.ownerId],
    createdBy: seed.ownerId,
    enabled: false,
    nextAt: ROW_TIME,
  };
}

export const HAND_OVER_CASES = {
  findExport: { run: (tx, seed) => db.findExport(tx, seed.queuedExportId), nothing: undefined },
  listExports: { run: (tx) => db.listExports(tx, { requestedBy: null, after: null, limit: 10 }), nothing: [] },
  listExportsOfRun: { run: (tx, seed) => db.listExportsOfRun(tx, seed.scheduleId, DAY), nothing: [] },
  countExport: {
    run: (tx, seed) => withList(tx, seed, (id) => db.countExport(tx, id)),
    nothing: { messages: 0, conversations: 0, sealed: 0, findingsOpen: 0 },
  },
  listLedgerStatements: { run: (tx) => db.listLedgerStatements(tx), nothing: [] },
  insertExport: {
    run: (tx, seed) =>
      db.insertExport(tx, {
        exportId: newId(),
        requestedBy: seed.ownerId,
        scheduleId: null,
        selection: EVERYTHING,
        sealedWords: null,
        archivedUntil: ROW_TIME,
        createdAt: ROW_TIME,
      }),
    nothing: undefined,
  },
  startExport: { run: (tx, seed) => db.startExport(tx, seed.queuedExportId, ROW_TIME), nothing: false },
  noteExportProgress: {
    run: (tx, seed) =>
      db.noteExportProgress(tx, seed.runningExportId, 1, {
        stage: 'packing',
        messagesTotal: 1,
        messagesDone: 1,
        mediaTotal: 0,
        mediaDone: 0,
        mediaMissing: 0,
      }),
    nothing: false,
  },
  completeExport: {
    run: (tx, seed) =>
      db.completeExport(tx, seed.runningExportId, 1, {
        messages: 1,
        media: 0,
        mediaMissing: 0,
        objectName: 'o',
        size: 1,
        sha256: 's',
        fileName: 'f.zip',
        access: ALL,
        finishedAt: ROW_TIME,
        expiresAt: ROW_TIME,
      }),
    nothing: false,
  },
  endExport: { run: (tx, seed) => db.endExport(tx, seed.queuedExportId, 'cancelled', null, ROW_TIME), nothing: false },
  holdExport: { run: (tx, seed) => db.holdExport(tx, seed.runningExportId, 1), nothing: false },
  failExport: {
    run: (tx, seed) => db.failExport(tx, seed.runningExportId, 1, 'export.failed', ROW_TIME),
    nothing: false,
  },
  freezeSelection: {
    run: (tx, seed) => db.freezeSelection(tx, seed.queuedExportId, FROZEN),
    nothing: undefined,
  },
  clearSelection: { run: (tx, seed) => db.clearSelection(tx, seed.runningExportId), nothing: undefined },
  countSelection: {
    run: (tx, seed) => withList(tx, seed, (id) => db.countSelection(tx, id)),
    nothing: { messages: 0, media: 0 },
  },
  listSelectedConversations: {
    run: (tx, seed) => withList(tx, seed, (id) => db.listSelectedConversations(tx, id)),
    nothing: [],
  },
  listSelectedMessages: {
    run: (tx, seed) => withList(tx, seed, (id) => db.listSelectedMessages(tx, id, seed.conversationId, null, 10)),
    nothing: [],
  },
  listSelectedPeople: {
    run: (tx, seed) => withList(tx, seed, (id) => db.listSelectedPeople(tx, id, seed.conversationId)),
    nothing: [],
  },
  findLink: { run: (tx, seed) => db.findLink(tx, seed.linkId), nothing: undefined },
  listLinksOfExport: { run: (tx, seed) => db.listLinksOfExport(tx, seed.runningExportId), nothing: [] },
  insertLink: {
    run: (tx, seed) =>
      db.insertLink(tx, {
        linkId: newId(),
        exportId: seed.queuedExportId,
        memberId: seed.viewerId,
        tokenHash: 'hash',
        runDay: null,
        createdAt: ROW_TIME,
        expiresAt: ROW_TIME,
      }),
    nothing: NO_SUCH_ROW,
  },
  countDownload: { run: (tx, seed) => db.countDownload(tx, seed.linkId), nothing: undefined },
  markLinkMailed: { run: (tx, seed) => db.markLinkMailed(tx, seed.linkId, ROW_TIME), nothing: undefined },
  findSchedule: { run: (tx, seed) => db.findSchedule(tx, seed.scheduleId, true), nothing: undefined },
  listSchedules: { run: (tx) => db.listSchedules(tx), nothing: [] },
  insertSchedule: {
    run: (tx, seed) => db.insertSchedule(tx, { ...newSchedule(seed), scheduleId: newId(), createdAt: ROW_TIME }),
    nothing: undefined,
  },
  updateSchedule: { run: (tx, seed) => db.updateSchedule(tx, newSchedule(seed)), nothing: undefined },
  deleteSchedule: { run: (tx, seed) => db.deleteSchedule(tx, seed.scheduleId, ROW_TIME), nothing: undefined },
  insertRun: { run: (tx, seed) => db.insertRun(tx, seed.scheduleId, '2026-11-23', ROW_TIME), nothing: NO_SUCH_ROW },
  lockRun: { run: (tx, seed) => db.lockRun(tx, seed.scheduleId, DAY), nothing: undefined },
  moveRun: { run: (tx, seed) => db.moveRun(tx, seed.scheduleId, DAY, 'building'), nothing: undefined },
  listRuns: { run: (tx) => db.listRuns(tx, 5), nothing: [] },
  readArchiveSettled: {
    run: (tx) => db.readArchiveSettled(tx, ROW_TIME + 1, PERIOD),
    nothing: { pulled: true, opened: true, mediaSettled: true },
  },
} satisfies Partial<Cases>;
