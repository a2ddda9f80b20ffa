import type { ExportId, LinkId, MemberId, TenantId } from '@highwater/domain';
import { addMember, addTenant, createTestDatabase, newId, ROW_TIME, type TestDatabase } from '@highwater/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { insertLink } from '../links/export-links.ts';
import { asPlatform } from '../transactions/as-platform.ts';
import { inTenant, type TenantTx } from '../transactions/in-tenant.ts';
import type { ExportState } from './export-row.ts';
import { listExpiredExports, listUnfinishedExports } from './list-exports-to-sweep.ts';
import { findExport, listExports, listExportsOfRun } from './read-exports.ts';
import {
  completeExport,
  endExport,
  failExport,
  holdExport,
  insertExport,
  noteExportProgress,
  startExport,
} from './write-exports.ts';

const LATER = ROW_TIME + 5000;
const EXPIRES = ROW_TIME + 86_400_000;
const RESULT = {
  messages: 7,
  media: 2,
  mediaMissing: 0,
  objectName: 'object',
  size: 9_000_000_000,
  sha256: 'sha',
  fileName: 'export.zip',
  access: { kind: 'all' as const },
  finishedAt: LATER,
  expiresAt: EXPIRES,
};
const PROGRESS = {
  stage: 'packing' as const,
  messagesTotal: 7,
  messagesDone: 3,
  mediaTotal: 2,
  mediaDone: 1,
  mediaMissing: 0,
};

let own: TestDatabase;
let tenantId: TenantId;
let memberId: MemberId;
let exportId: ExportId;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
});
beforeEach(async () => {
  tenantId = await addTenant(own.database);
  memberId = await within((tx) => addMember(tx, { name: '周敏' }));
  exportId = await within((tx) => queue(tx));
});
afterAll(() => own.drop());

const within = <Result>(work: (tx: TenantTx) => Promise<Result>) => inTenant(own.database, tenantId, work);
const find = () => within((tx) => findExport(tx, exportId));
const ofTenant = (rows: readonly { tenantId: TenantId; exportId: ExportId }[]) =>
  rows.filter((row) => row.tenantId === tenantId).map((row) => row.exportId);
const unfinished = async () => ofTenant(await asPlatform(own.database, 'sweep', listUnfinishedExports));

async function queue(tx: TenantTx, createdAt = ROW_TIME, id = newId<ExportId>()): Promise<ExportId> {
  await insertExport(tx, {
    exportId: id,
    requestedBy: memberId,
    scheduleId: null,
    selection: { people: [], roomId: null, conversationId: null, kinds: [], from: null, until: null },
    sealedWords: Buffer.from('sealed'),
    archivedUntil: ROW_TIME,
    createdAt,
  });
  return id;
}

/** Every way to move an export; build 1 is the one that runs, where one does. */
const MOVES = {
  start: (tx: TenantTx) => startExport(tx, exportId, LATER),
  hold: (tx: TenantTx) => holdExport(tx, exportId, 1),
  note: (tx: TenantTx) => noteExportProgress(tx, exportId, 1, PROGRESS),
  complete: (tx: TenantTx) => completeExport(tx, exportId, 1, RESULT),
  fail: (tx: TenantTx) => failExport(tx, exportId, 1, 'export.failed', LATER),
  cancel: (tx: TenantTx) => endExport(tx, exportId, 'cancelled', null, LATER),
  expire: (tx: TenantTx) => endExport(tx, exportId, 'expired', null, LATER),
};
type Move = keyof typeof MOVES;

const PATHS: readonly (readonly [ExportState, readonly Move[], readonly Move[]])[] = [
  ['queued', [], ['start', 'cancel']],
  ['running', ['start'], ['start', 'hold', 'note', 'complete', 'fail', 'cancel']],
  ['complete', ['start', 'complete'], ['expire']],
  ['failed', ['start', 'fail'], []],
  ['cancelled', ['cancel'], []],
  ['cancelled', ['start', 'cancel'], []],
  ['expired', ['start', 'complete', 'expire'], []],
];

describe('an export', () => {
  test.each(PATHS)('that is %s after %j moves by %j only', async (state, path, allowed) => {
    for (const move of path) expect(await within(MOVES[move])).toBe(true);
    const before = await find();
    expect(before?.state).toBe(state);
    for (const move of Object.keys(MOVES) as Move[]) {
      const takenBack = new Error('taken back');
      const moved = within(async (tx) => {
        expect.soft(await MOVES[move](tx), move).toBe(allowed.includes(move));
        throw takenBack;
      });
      await expect(moved).rejects.toBe(takenBack);
    }
    expect(await find()).toEqual(before);
    expect(await unfinished()).toEqual(state === 'queued' || state === 'running' ? [exportId] : []);
  });

  test('is queued once, whatever comes under its id again', async () => {
    const row = await find();
    expect(row).toMatchObject({
      state: 'queued',
      stage: 'queued',
      requesterName: '周敏',
      attempts: 0,
      createdAt: ROW_TIME,
    });
    await within(MOVES.start);
    await within((tx) => queue(tx, LATER, exportId));
    expect(await find()).toMatchObject({ state: 'running', createdAt: ROW_TIME, attempts: 1 });
  });

  test('that is taken up again begins anew, and the older build can write nothing more', async () => {
    await within(MOVES.start);
    expect(await within(MOVES.note)).toBe(true);
    expect(await find()).toMatchObject({ stage: 'packing', messagesDone: 3, mediaDone: 1, startedAt: LATER });
    expect(await within((tx) => startExport(tx, exportId, LATER + 9))).toBe(true);
    expect(await find()).toMatchObject({
      stage: 'counting',
      messagesDone: 0,
      mediaDone: 0,
      startedAt: LATER,
      attempts: 2,
    });
    for (const move of ['hold', 'note', 'complete', 'fail'] as const)
      expect(await within(MOVES[move]), move).toBe(false);
    expect(await within((tx) => holdExport(tx, exportId, 2))).toBe(true);
  });

  test('that is held cannot be cancelled until the holder ends', async () => {
    await within(MOVES.start);
    const impatient = async (tx: TenantTx) => {
      await tx.query("SET LOCAL lock_timeout = '20ms'");
      return MOVES.cancel(tx);
    };
    await within(async (tx) => {
      expect(await holdExport(tx, exportId, 1)).toBe(true);
      await expect(within(impatient)).rejects.toMatchObject({ code: '55P03' });
    });
    expect(await within(impatient)).toBe(true);
  });

  test('that is complete says what it holds, and whether files are missing', async () => {
    await within(MOVES.start);
    await within((tx) => completeExport(tx, exportId, 1, { ...RESULT, mediaMissing: 3 }));
    expect(await find()).toMatchObject({
      state: 'complete_with_missing',
      stage: 'done',
      messagesTotal: 7,
      messagesDone: 7,
      mediaTotal: 5,
      mediaDone: 2,
      mediaMissing: 3,
      size: '9000000000',
      access: { kind: 'all' },
      finishedAt: LATER,
      expiresAt: EXPIRES,
    });
  });

  test('expires from its instant on', async () => {
    await within(MOVES.start);
    await within(MOVES.complete);
    const expired = async (now: number) =>
      ofTenant(await asPlatform(own.database, 'sweep', (tx) => listExpiredExports(tx, now)));
    expect(await expired(EXPIRES - 1)).toEqual([]);
    expect(await expired(EXPIRES)).toEqual([exportId]);
    await within(MOVES.expire);
    expect(await expired(EXPIRES)).toEqual([]);
    expect(await find()).toMatchObject({ state: 'expired', finishedAt: LATER });
  });
});

describe('the list of exports', () => {
  test('is paged newest first without repeating or skipping, equal times included, of one member or all', async () => {
    const others = await within(async (tx) => [await queue(tx), await queue(tx, LATER), await queue(tx)]);
    const paged: { exportId: ExportId; createdAt: number }[] = [];
    for (;;) {
      const page = await within((tx) =>
        listExports(tx, { requestedBy: memberId, after: paged.at(-1) ?? null, limit: 1 }),
      );
      if (page.length === 0) break;
      paged.push(...page);
    }
    const [newest, ...equal] = paged.map((row) => row.exportId);
    expect(newest).toBe(others[1]);
    expect(equal).toEqual([exportId, others[0], others[2]].toSorted().toReversed());
    expect(await within((tx) => listExports(tx, { requestedBy: newId(), after: null, limit: 9 }))).toEqual([]);
  });

  test('of a run holds what the run linked', async () => {
    const scheduleId = newId<never>();
    expect(await within((tx) => listExportsOfRun(tx, scheduleId, '2026-11-22'))).toEqual([]);
    const linked = newId<ExportId>();
    await within(async (tx) => {
      await insertExport(tx, {
        exportId: linked,
        requestedBy: memberId,
        scheduleId,
        selection: { people: [], roomId: null, conversationId: null, kinds: [], from: null, until: null },
        sealedWords: null,
        archivedUntil: ROW_TIME,
        createdAt: ROW_TIME,
      });
      const link = { exportId: linked, memberId, tokenHash: newId<string>(), createdAt: ROW_TIME, expiresAt: EXPIRES };
      await insertLink(tx, { ...link, linkId: newId<LinkId>(), runDay: '2026-11-22' });
    });
    const ofDay = async (day: string) =>
      (await within((tx) => listExportsOfRun(tx, scheduleId, day))).map((row) => row.exportId);
    expect(await ofDay('2026-11-22')).toEqual([linked]);
    expect(await ofDay('2026-11-21')).toEqual([]);
  });
});
