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
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { claimMedia } from '../media/claim-media.ts';
import { markMediaAbsent, markMediaStored, postponeMedia } from '../media/fetch-state.ts';
import { findMedia } from '../media/list-media.ts';
import { countUnreadableFiles } from '../media-copies/count-unreadable.ts';
import { inTenant, type TenantTx } from '../transactions/in-tenant.ts';
import { countFiles, listWaitingFiles } from './count-files.ts';
import type { FileFilter } from './file-filter.ts';
import { listFileDays } from './list-file-days.ts';
import { listFiles } from './list-files.ts';
import { retryFiles } from './retry-files.ts';

const LIN = 'linxiaoyu' as PersonKey;
const CHEN = 'chen.min' as PersonKey;
const ALL: AccessCondition = { kind: 'all' };
const LIN_ONLY: AccessCondition = { kind: 'where', any: [{ people: [LIN] }] };
const DAY = 86_400_000;
/** Six days after the first message: WeCom no longer has its files. */
const NOW = ROW_TIME + 6 * DAY;
const ALL_OF = (list: FileFilter['list'], part: Partial<FileFilter> = {}): FileFilter => ({
  list,
  connectionId: null,
  mediaKind: null,
  fault: null,
  mediaId: null,
  ...part,
});

let own: TestDatabase;
let tenantId: TenantId;
let connectionId: ConnectionId;
let ids: Record<'stored' | 'differed' | 'late' | 'soon' | 'expired' | 'noId' | 'held', MediaId>;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
});
afterAll(() => own.drop());

const within = <Result>(work: (tx: TenantTx) => Promise<Result>) => inTenant(own.database, tenantId, work);

beforeEach(async () => {
  tenantId = await addTenant(own.database);
  ids = {
    stored: newId(),
    differed: newId(),
    late: newId(),
    soon: newId(),
    expired: newId(),
    noId: newId(),
    held: newId(),
  };
  await within(async (tx) => {
    connectionId = await addConnection(tx);
    const [first, second, third] = (await addMessages(tx, connectionId, [
      { people: [LIN], sentAt: ROW_TIME },
      { people: [LIN, CHEN], sentAt: ROW_TIME + DAY + 1000 },
      { people: [CHEN], sentAt: NOW - DAY },
    ])) as readonly [MessageId, MessageId, MessageId];
    await add(tx, ids.stored, first, { state: 'stored', md5_state: 'agreed', size: 30 });
    await add(tx, ids.late, first, { state: 'wanted', fault: 'wecom.unreachable', is_blocked: true });
    await add(tx, ids.expired, first, { state: 'absent', fault: 'media.expired', expected_size: 7 });
    await add(tx, ids.differed, second, {
      state: 'stored',
      md5_state: 'differed',
      fault: 'media.md5_differs',
      size: 12,
    });
    await add(tx, ids.soon, second, { state: 'wanted', media_kind: 'file', expected_size: 500, received_bytes: 200 });
    await add(tx, ids.noId, third, { state: 'absent', fault: 'media.no_id', sdkfileid: null });
    await add(tx, ids.held, third, { state: 'wanted', claimed_until: new Date(NOW + 1000) });
  });
});

async function add(
  tx: TenantTx,
  mediaId: MediaId,
  messageId: MessageId,
  values: Record<string, unknown>,
): Promise<void> {
  const row = {
    tenant_id: tenantId,
    connection_id: connectionId,
    media_id: mediaId,
    message_id: messageId,
    path: mediaId,
    media_kind: 'image',
    sdkfileid: Buffer.from('sealed'),
    ...values,
  };
  const names = Object.keys(row);
  await tx.query(
    `INSERT INTO hw.media (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  );
}

const list = (filter: FileFilter, access: AccessCondition = ALL) =>
  within(async (tx) =>
    (await listFiles(tx, access, filter, { before: null, limit: 10 })).map(({ mediaId }) => mediaId),
  );

test('files are counted by kind, state and cause, of messages that the reader may see', async () => {
  const groups = await within((tx) => countFiles(tx, ALL));
  const total = (of: typeof groups) => of.reduce((sum, { count }) => sum + count, 0);
  expect(total(groups)).toBe(7);
  expect(groups).toContainEqual({
    connectionId,
    mediaKind: 'image',
    state: 'stored',
    fault: 'media.md5_differs',
    md5State: 'differed',
    isBlocked: false,
    count: 1,
    bytes: '12',
  });
  expect(groups).toContainEqual(expect.objectContaining({ fault: 'media.expired', state: 'absent', bytes: '7' }));
  expect(groups).toContainEqual(expect.objectContaining({ fault: 'wecom.unreachable', isBlocked: true }));
  expect(total(await within((tx) => countFiles(tx, LIN_ONLY)))).toBe(5);
  expect(await within((tx) => countFiles(tx, { kind: 'none' }))).toEqual([]);
});

test('waiting files say how long the oldest waits, and when WeCom drops the next', async () => {
  expect(await within((tx) => listWaitingFiles(tx, ALL, NOW))).toEqual([
    { connectionId, oldestAt: ROW_TIME, nextLossAt: ROW_TIME + 6 * DAY + 1000, pressing: 1, tooLate: 1 },
  ]);
});

test('each list has its files, the newest message first, and pages do not repeat', async () => {
  expect(await list(ALL_OF('waiting'))).toEqual([ids.held, ids.soon, ids.late]);
  expect(await list(ALL_OF('absent'))).toEqual([ids.noId, ids.expired]);
  expect(await list(ALL_OF('deviating'))).toEqual([ids.differed]);
  expect(await list(ALL_OF('absent', { fault: 'media.expired' }))).toEqual([ids.expired]);
  expect(await list(ALL_OF('waiting', { mediaKind: 'file' }))).toEqual([ids.soon]);
  expect(await list(ALL_OF('waiting'), LIN_ONLY)).toEqual([ids.soon, ids.late]);
  const [, soon] = await within((tx) => listFiles(tx, ALL, ALL_OF('waiting'), { before: null, limit: 2 }));
  expect(soon).toMatchObject({ receivedBytes: '200', expectedSize: '500', expiresAt: NOW + 1000, hasId: true });
  const before = soon === undefined ? null : { sentAt: soon.sentAt, mediaId: soon.mediaId };
  const rest = await within((tx) => listFiles(tx, ALL, ALL_OF('waiting'), { before, limit: 2 }));
  expect(rest.map(({ mediaId }) => mediaId)).toEqual([ids.late]);
});

test('days are told newest first', async () => {
  const days = (before: string | null) => within((tx) => listFileDays(tx, ALL, { before, limit: 2 }));
  expect(await days(null)).toEqual([
    { day: '2026-11-27', wanted: 1, stored: 0, absent: 1, deviating: 0, bytes: '0' },
    { day: '2026-11-23', wanted: 1, stored: 1, absent: 0, deviating: 1, bytes: '12' },
  ]);
  expect(await days('2026-11-23')).toEqual([
    { day: '2026-11-22', wanted: 1, stored: 1, absent: 1, deviating: 0, bytes: '30' },
  ]);
});

test('a stored file that differs is fetched again on demand, and stays as it is until other bytes came', async () => {
  const retry = (filter: FileFilter) => within((tx) => retryFiles(tx, ALL, filter, NOW));
  const read = () => within((tx) => findMedia(tx, ALL, ids.differed));
  await within((tx) =>
    tx.query(
      `UPDATE hw.media SET sha256 = 'old', object_name = 'o', spoilt = 3, text_version = 2 WHERE media_id = $1`,
      [ids.differed],
    ),
  );
  const kept = await read();
  expect(kept).toMatchObject({ state: 'stored', fault: 'media.md5_differs', sha256: 'old' });
  expect(await retry({ ...ALL_OF('absent'), list: null })).not.toContain(ids.differed);
  expect(await retry(ALL_OF('absent', { list: null, mediaId: ids.stored }))).toEqual([]);

  expect(await retry(ALL_OF('deviating'))).toEqual([ids.differed]);
  expect(await list(ALL_OF('waiting'))).toContain(ids.differed);
  const terms = { now: NOW, claimMs: 1000 };
  const claimed = await within((tx) => claimMedia(tx, ids.differed, terms));
  expect(claimed).toMatchObject({ spoilt: 0, attempts: 1 });
  await within((tx) => postponeMedia(tx, ids.differed, 'wecom.unreachable', NOW));
  expect(await read()).toEqual(kept);
  await within((tx) => markMediaAbsent(tx, ids.differed, 'media.expired'));
  expect(await read()).toEqual(kept);
  expect(await list(ALL_OF('deviating'))).toEqual([ids.differed]);

  expect(await retry(ALL_OF('deviating', { list: null, mediaId: ids.differed }))).toEqual([ids.differed]);
  const right = { objectName: 'n', size: 12, sha256: 'new', contentType: 'image/png', fault: null } as const;
  await within((tx) => markMediaStored(tx, ids.differed, { ...right, md5State: 'agreed' }, NOW));
  expect(await read()).toMatchObject({ state: 'stored', fault: null, sha256: 'new', md5State: 'agreed' });
});

test('a retry makes files wanted and due, and leaves alone what is stored, held or without an id', async () => {
  const retry = (filter: FileFilter, access: AccessCondition = ALL) =>
    within((tx) => retryFiles(tx, access, filter, NOW));
  expect(await retry(ALL_OF('absent'), { kind: 'where', any: [{ people: [CHEN] }] })).toEqual([]);
  expect(await retry(ALL_OF('absent'))).toEqual([ids.expired]);
  expect(await retry(ALL_OF('absent'))).toEqual([]);
  expect(await retry(ALL_OF('waiting', { fault: 'wecom.unreachable' }))).toEqual([ids.late]);
  expect(await retry(ALL_OF('waiting', { mediaId: ids.held }))).toEqual([]);
  const waiting = await within((tx) => listFiles(tx, ALL, ALL_OF('waiting'), { before: null, limit: 10 }));
  expect(
    waiting
      .filter(({ nextTryAt }) => nextTryAt === NOW)
      .map(({ mediaId }) => mediaId)
      .toSorted(),
  ).toEqual([ids.late, ids.expired].toSorted());
  expect(waiting.find(({ mediaId }) => mediaId === ids.late)).toMatchObject({ isBlocked: false });
});

test('files without a searchable text are listed one by one, as many as are counted', async () => {
  const PDF = 'application/pdf';
  /** Content: type, version of the maker that was at it, what it made of the text. */
  const contents = {
    whole: [PDF, 1, 'made'],
    broken: [PDF, 1, 'copy.unreadable'],
    waits: [PDF, 0, null],
    indexing: [PDF, 0, 'made'],
    slides: ['application/x-ole-storage', 1, null],
    noise: ['application/octet-stream', 1, null],
    named: ['application/octet-stream', 2, 'made'],
    archive: ['application/zip', 2, 'copy.no_decoder'],
    picture: ['image/png', 0, null],
    voice: ['application/octet-stream', 1, null],
  } as const;
  const lost = newId<MediaId>();
  const of = new Map<string, MediaId>();
  const again = [newId<MediaId>(), newId<MediaId>()].toSorted() as [MediaId, MediaId];
  await within(async (tx) => {
    const [first, second] = (await addMessages(tx, connectionId, [
      { people: [LIN], sentAt: ROW_TIME },
      { people: [CHEN], sentAt: ROW_TIME + 1 },
    ])) as readonly [MessageId, MessageId];
    for (const [name, [type, version, text]] of Object.entries(contents)) {
      await tx.query(
        `INSERT INTO hw.contents (tenant_id, sha256, object_name, size, content_type, state, begun_at, copies_version)
         VALUES ($1, $2, $2, 1, $3, 'stored', now(), $4)`,
        [tenantId, name, type, version],
      );
      if (text !== null) {
        const [state, fault] = text === 'made' ? ['made', null] : ['absent', text];
        await tx.query(
          `INSERT INTO hw.media_copies (tenant_id, sha256, copy, state, fault, maker_version, made_at)
           VALUES ($1, $2, 'text', $3, $4, 1, now())`,
          [tenantId, name, state, fault],
        );
      }
      const row = { state: 'stored', sha256: name, size: 1, content_type: type, media_kind: 'file' };
      of.set(name, newId());
      if (name !== 'broken')
        await add(tx, of.get(name) as MediaId, first, { ...row, media_kind: name === 'voice' ? 'voice' : 'file' });
      else {
        await add(tx, again[0], first, row);
        await add(tx, again[1], second, row);
      }
    }
    await add(tx, lost, second, { state: 'absent', fault: 'media.expired', media_kind: 'file', sdkfileid: null });
  });
  const read = (access: AccessCondition) =>
    within(async (tx) =>
      (await listFiles(tx, access, ALL_OF('unread'), { before: null, limit: 20 }))
        .map(({ mediaId, textFault }) => `${mediaId} ${textFault}`)
        .toSorted(),
    );
  const seenByLin = [
    `${ids.soon} media.pending`,
    `${of.get('waits')} copy.pending`,
    `${of.get('indexing')} copy.pending`,
    `${of.get('slides')} copy.no_decoder`,
    `${of.get('noise')} copy.no_decoder`,
    `${of.get('archive')} copy.no_decoder`,
  ];
  const listed = await read(ALL);
  expect(listed).toEqual([`${again[1]} copy.unreadable`, `${lost} media.expired`, ...seenByLin].toSorted());
  expect(await read(LIN_ONLY)).toEqual([`${again[0]} copy.unreadable`, ...seenByLin].toSorted());
  expect(await within(countUnreadableFiles)).toBe(listed.length);
  expect(await within((tx) => retryFiles(tx, ALL, ALL_OF('unread'), NOW))).toEqual([ids.soon]);
});
