import type { AccessCondition, ConnectionId, MediaId, MessageId, PersonKey, TenantId } from '@highwater/domain';
import {
  addConnection,
  addMessages,
  addTenant,
  createTestDatabase,
  newId,
  ROW_TIME,
  type TestDatabase,
} from '@highwater/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { asPlatform } from '../transactions/as-platform.ts';
import { inTenant, type TenantTx } from '../transactions/in-tenant.ts';
import { claimMedia, claimNextMedia, releaseMedia, renewClaim } from './claim-media.ts';
import {
  blockMedia,
  markMediaAbsent,
  markMediaStored,
  postponeMedia,
  restartMedia,
  unblockMedia,
} from './fetch-state.ts';
import { insertMedia, type NewMedia } from './insert-media.ts';
import { findMedia, listMediaOfMessages } from './list-media.ts';
import { beginSegments, saveProgress } from './media-segments.ts';
import { expireBlockedMedia, listDueLanes } from './media-work.ts';

const LIN = 'linxiaoyu' as PersonKey;
const ALL: AccessCondition = { kind: 'all' };
const FILE = { objectName: 'o', size: 3, sha256: 's', contentType: 'image/png', fault: null };

let own: TestDatabase;
let tenantId: TenantId;
let mediaId: MediaId;
let messageId: MessageId;
let connectionId: ConnectionId;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
});
beforeEach(async () => {
  tenantId = await addTenant(own.database);
  mediaId = newId();
  messageId = newId();
  await within(async (tx) => {
    connectionId = await addConnection(tx);
    await addMessages(tx, connectionId, [{ messageId, people: [LIN] }]);
    await insertMedia(tx, connectionId, [wanted('image')], ROW_TIME);
  });
});
afterAll(() => own.drop());

const within = <Result>(work: (tx: TenantTx) => Promise<Result>) => inTenant(own.database, tenantId, work);
const find = (access: AccessCondition = ALL) => within((tx) => findMedia(tx, access, mediaId));
const TERMS = { now: ROW_TIME, claimMs: 1000 };
const claim = (now: number) => within((tx) => claimMedia(tx, mediaId, { ...TERMS, now }));
const next = (now: number, lane: 'small' | 'large' = 'small', atOnce = 9) =>
  within((tx) => claimNextMedia(tx, { connectionId, lane, atOnce }, { ...TERMS, now }));
const due = async (now: number) =>
  (await asPlatform(own.database, 'sweep', (tx) => listDueLanes(tx, now, 100)))
    .filter((row) => row.tenantId === tenantId)
    .map((row) => row.lane);
async function rowOf<Row extends object>(columns: string, id: MediaId = mediaId): Promise<Row> {
  const { rows } = await within((tx) =>
    tx.query<Row>(`SELECT ${columns} FROM hw.media WHERE tenant_id = $1 AND media_id = $2`, [tx.tenantId, id]),
  );
  if (rows[0] === undefined) throw new Error('no such file');
  return rows[0];
}

function wanted(path: string): NewMedia {
  return {
    mediaId,
    messageId,
    path,
    mediaKind: 'image',
    fileName: null,
    extension: 'png',
    expectedSize: '3',
    expectedMd5: null,
    sealedFileId: Buffer.from('sealed'),
    state: 'wanted',
    fault: null,
  };
}

describe('a file', () => {
  test('is added once per place in a message, and says so', async () => {
    const other = { ...wanted('file'), mediaId: newId<MediaId>() };
    const add = (...media: readonly NewMedia[]) => within((tx) => insertMedia(tx, connectionId, media, ROW_TIME));
    expect(await add(wanted('image'), other)).toEqual(new Set([other.mediaId]));
    expect(await add({ ...wanted('file'), mediaId: newId<MediaId>() })).toEqual(new Set());
  });

  test('is seen by who may see its message', async () => {
    expect(await find({ kind: 'where', any: [{ people: [LIN] }] })).toMatchObject({
      mediaId,
      messageId,
      state: 'wanted',
    });
    expect(await find({ kind: 'where', any: [{ people: ['other' as PersonKey] }] })).toBeUndefined();
    expect(await find({ kind: 'none' })).toBeUndefined();
    expect(await within((tx) => listMediaOfMessages(tx, [messageId]))).toHaveLength(1);
  });

  test('that is wanted is due from its time on, for one at a time, and each attempt is counted', async () => {
    expect(await due(ROW_TIME - 1)).toEqual([]);
    expect(await due(ROW_TIME)).toEqual(['small']);
    expect(await claim(ROW_TIME)).toMatchObject({ attempts: 1, claim: 1, expectedSize: '3', segments: 0 });
    expect(await claim(ROW_TIME + 999)).toBeUndefined();
    expect(await due(ROW_TIME + 999)).toEqual([]);
    expect(await claim(ROW_TIME + 1000)).toMatchObject({ attempts: 2, claim: 2 });
    expect(await within((tx) => postponeMedia(tx, mediaId, 'wecom.unreachable', ROW_TIME + 50))).toBe(true);
    expect(await next(ROW_TIME + 49)).toBeUndefined();
    expect(await due(ROW_TIME + 50)).toEqual(['small']);
    expect(await next(ROW_TIME + 50)).toMatchObject({ mediaId, attempts: 3 });
    expect(await find()).toMatchObject({ state: 'wanted', fault: 'wecom.unreachable' });
  });

  test('whose fetching dies again and again is tried later each time, until it comes further', async () => {
    const waits: number[] = [];
    for (let at = ROW_TIME, times = 0; times < 4; times += 1) {
      const held = await claim(at);
      const { next: nextAt } = await rowOf<{ next: number }>('next_try_at AS next');
      waits.push(nextAt - at);
      at = nextAt;
      if (times !== 2 || held === undefined) continue;
      await within((tx) => saveProgress(tx, held, { segments: 1, receivedBytes: 9, nextIndex: 'b' }, at));
    }
    expect(waits).toEqual([1000, 2000, 4000, 2000]);
    expect(await claim(ROW_TIME + 1_000_000)).toMatchObject({ segments: 1, receivedBytes: '9', nextIndex: 'b' });
  });

  test('changes for the newest claim only', async () => {
    const old = await claim(ROW_TIME);
    const held = await claim(ROW_TIME + 1000);
    if (old === undefined || held === undefined) throw new Error('not claimed');
    const changes = (by: typeof held): ((tx: TenantTx) => Promise<boolean>)[] => [
      (tx) => renewClaim(tx, by, TERMS),
      (tx) => beginSegments(tx, by),
      (tx) => saveProgress(tx, by, { segments: 1, receivedBytes: 1, nextIndex: null }, ROW_TIME),
      (tx) => postponeMedia(tx, mediaId, 'wecom.busy', ROW_TIME, by.claim),
      (tx) => restartMedia(tx, mediaId, 'media.md5_differs', ROW_TIME, by.claim),
      (tx) => releaseMedia(tx, by, 'small', ROW_TIME),
      (tx) => markMediaAbsent(tx, mediaId, 'media.expired', by.claim),
    ];
    for (const change of changes(old)) expect(await within(change)).toBe(false);
    expect(await within((tx) => markMediaStored(tx, mediaId, FILE, ROW_TIME, old.claim))).toBe(false);
    for (const change of changes(held)) expect(await within(change)).toBe(true);
  });

  test.each([
    ['sent in time', { sentAt: ROW_TIME - 3_600_000, archivedAt: ROW_TIME }, ROW_TIME - 3_600_000],
    ['sent at a time that cannot be', { sentAt: 0, archivedAt: ROW_TIME }, ROW_TIME],
    ['sent after it was archived', { sentAt: ROW_TIME + 9, archivedAt: ROW_TIME }, ROW_TIME],
  ])('of a message %s is dropped by WeCom five days later', async (_, { sentAt, archivedAt }, from) => {
    const id = newId<MediaId>();
    await within(async (tx) => {
      await tx.query(`UPDATE hw.messages SET sent_at = $3, archived_at = $4 WHERE tenant_id = $1 AND message_id = $2`, [
        tx.tenantId,
        messageId,
        new Date(sentAt),
        new Date(archivedAt),
      ]);
      await insertMedia(tx, connectionId, [{ ...wanted('file'), mediaId: id }], ROW_TIME);
    });
    expect(await rowOf('expires_at AS at', id)).toEqual({ at: from + 5 * 86_400_000 });
  });

  test.each([
    ['stored', (tx: TenantTx) => markMediaStored(tx, mediaId, FILE, ROW_TIME)],
    ['absent', (tx: TenantTx) => markMediaAbsent(tx, mediaId, 'media.expired')],
  ])('that is %s stays so and is due no more', async (state, end) => {
    expect(await within(end)).toBe(true);
    expect(await within((tx) => markMediaStored(tx, mediaId, { ...FILE, objectName: 'late' }, ROW_TIME))).toBe(false);
    expect(await within((tx) => markMediaAbsent(tx, mediaId, 'media.bad_id'))).toBe(false);
    expect(await within((tx) => postponeMedia(tx, mediaId, 'wecom.error', ROW_TIME))).toBe(false);
    expect(await claim(ROW_TIME)).toBeUndefined();
    expect(await find()).toMatchObject({ state, objectName: state === 'stored' ? 'o' : null });
    expect(await due(ROW_TIME + 1_000_000)).toEqual([]);
  });
});

describe('the files of a connection', () => {
  const HOUR = 3_600_000;
  async function add(path: string, expectedSize: string | null, expiresAt: number): Promise<MediaId> {
    const id = newId<MediaId>();
    await within(async (tx) => {
      await insertMedia(tx, connectionId, [{ ...wanted(path), mediaId: id, expectedSize }], ROW_TIME);
      await tx.query('UPDATE hw.media SET expires_at = $3 WHERE tenant_id = $1 AND media_id = $2', [
        tx.tenantId,
        id,
        new Date(expiresAt),
      ]);
    });
    return id;
  }

  test('come by the hour in which WeCom drops them, then by size, large ones in a lane of their own', async () => {
    const large = await add('large', String(8 * 1024 * 1024), ROW_TIME);
    const later = await add('later', '1', ROW_TIME + 3 * HOUR);
    const unknown = await add('unknown', null, ROW_TIME);
    const bigger = await add('bigger', '200', ROW_TIME);
    const smaller = await add('smaller', '100', ROW_TIME);
    const order: (MediaId | undefined)[] = [];
    for (let n = 0; n < 6; n += 1) order.push((await next(ROW_TIME))?.mediaId);
    expect(order).toEqual([smaller, bigger, unknown, later, mediaId, undefined]);
    expect((await next(ROW_TIME, 'large'))?.mediaId).toBe(large);
  });

  test('are fetched by many at once, each by one, and no more of a lane than its places', async () => {
    for (let n = 0; n < 5; n += 1) await add(`file ${n}`, '1', ROW_TIME);
    const claims = await Promise.all(Array.from({ length: 4 }, () => next(ROW_TIME, 'small', 9)));
    expect(new Set(claims.map((held) => held?.mediaId)).size).toBe(4);
    expect(await next(ROW_TIME, 'small', 4)).toBeUndefined();
    expect(await next(ROW_TIME + 1000, 'small', 4)).toBeDefined();
  });

  test('wait together for a cause that a person cures, and are due together when it is', async () => {
    const other = await add('other', '1', ROW_TIME + HOUR);
    const held = await claim(ROW_TIME);
    if (held === undefined) throw new Error('not claimed');
    const until = ROW_TIME + 300_000;
    const block = (tx: TenantTx) =>
      blockMedia(tx, connectionId, held, 'ip.untrusted', { now: ROW_TIME, nextTryAt: until });
    expect(await within(block)).toBe(2);
    expect(await rowOf('fault, attempts, is_blocked AS blocked')).toEqual({
      fault: 'ip.untrusted',
      attempts: 0,
      blocked: true,
    });
    expect(await due(until - 1)).toEqual([]);
    expect(await next(until)).toMatchObject({ isBlocked: true });
    expect(await within((tx) => expireBlockedMedia(tx, until))).toBe(0);
    expect(await within((tx) => unblockMedia(tx, connectionId, ROW_TIME + 5))).toBe(2);
    expect(await next(ROW_TIME + 5)).toBeDefined();
    expect(await within(block)).toBe(0);
    await within((tx) => tx.query('UPDATE hw.media SET is_blocked = true, claimed_until = NULL'));
    expect(await within((tx) => expireBlockedMedia(tx, ROW_TIME + HOUR))).toBe(1);
    expect(await rowOf('state, fault', other)).toEqual({ state: 'absent', fault: 'media.expired' });
  });
});
