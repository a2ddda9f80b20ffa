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
import { listDueMedia, markMediaAbsent, markMediaStored, postponeMedia, startMediaAttempt } from './fetch-state.ts';
import { insertMedia, type NewMedia } from './insert-media.ts';
import { findMedia, listMediaOfMessages } from './list-media.ts';

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
const due = async (now: number) =>
  (await asPlatform(own.database, 'sweep', (tx) => listDueMedia(tx, now, 100)))
    .filter((row) => row.tenantId === tenantId)
    .map((row) => row.mediaId);

function wanted(path: string): NewMedia {
  return {
    mediaId,
    messageId,
    path,
    mediaKind: 'image',
    fileName: null,
    extension: 'png',
    expectedSize: '18446744073709551615',
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

  test('that is wanted is due from its time on, and each attempt is counted and moves it on', async () => {
    expect(await due(ROW_TIME - 1)).toEqual([]);
    expect(await due(ROW_TIME)).toEqual([mediaId]);
    for (const attempts of [1, 2]) {
      const begun = await within((tx) => startMediaAttempt(tx, mediaId, ROW_TIME + attempts));
      expect(begun).toMatchObject({
        attempts,
        expectedSize: '18446744073709551615',
        sealedFileId: Buffer.from('sealed'),
      });
    }
    expect(await due(ROW_TIME + 1)).toEqual([]);
    expect(await within((tx) => postponeMedia(tx, mediaId, 'wecom.unreachable', ROW_TIME + 50))).toBe(true);
    expect(await due(ROW_TIME + 49)).toEqual([]);
    expect(await due(ROW_TIME + 50)).toEqual([mediaId]);
    expect(await find()).toMatchObject({ state: 'wanted', fault: 'wecom.unreachable' });
  });

  test.each([
    ['stored', (tx: TenantTx) => markMediaStored(tx, mediaId, FILE, ROW_TIME)],
    ['absent', (tx: TenantTx) => markMediaAbsent(tx, mediaId, 'media.expired')],
  ])('that is %s stays so and is due no more', async (state, end) => {
    expect(await within(end)).toBe(true);
    expect(await within((tx) => markMediaStored(tx, mediaId, { ...FILE, objectName: 'late' }, ROW_TIME))).toBe(false);
    expect(await within((tx) => markMediaAbsent(tx, mediaId, 'media.bad_id'))).toBe(false);
    expect(await within((tx) => postponeMedia(tx, mediaId, 'wecom.error', ROW_TIME))).toBe(false);
    expect(await within((tx) => startMediaAttempt(tx, mediaId, ROW_TIME))).toBeUndefined();
    expect(await find()).toMatchObject({ state, objectName: state === 'stored' ? 'o' : null });
    expect(await due(ROW_TIME + 1_000_000)).toEqual([]);
  });
});
