import type { ExportId, LinkId, MemberId, TenantId } from '@highwater/domain';
import { addMember, addTenant, createTestDatabase, newId, ROW_TIME, type TestDatabase } from '@highwater/testkit';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { insertExport } from '../exports/write-exports.ts';
import { asPlatform } from '../transactions/as-platform.ts';
import { inTenant, type TenantTx } from '../transactions/in-tenant.ts';
import {
  countDownload,
  findLink,
  findLinkByToken,
  insertLink,
  listLinksOfExport,
  markLinkMailed,
} from './export-links.ts';

let own: TestDatabase;
let tenantId: TenantId;
let memberId: MemberId;
let exportId: ExportId;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
  tenantId = await addTenant(own.database);
  exportId = newId();
  await within(async (tx) => {
    memberId = await addMember(tx);
    await insertExport(tx, {
      exportId,
      requestedBy: memberId,
      scheduleId: null,
      selection: { people: [], roomId: null, conversationId: null, kinds: [], from: null, until: null },
      sealedWords: null,
      archivedUntil: ROW_TIME,
      createdAt: ROW_TIME,
    });
  });
});
afterAll(() => own.drop());

const within = <Result>(work: (tx: TenantTx) => Promise<Result>) => inTenant(own.database, tenantId, work);
const byToken = (hash: string) => asPlatform(own.database, 'link look-up', (tx) => findLinkByToken(tx, hash));

async function addLink(linkId = newId<LinkId>(), tokenHash = `hash of ${linkId}`): Promise<LinkId> {
  const expiresAt = ROW_TIME + 86_400_000;
  await within((tx) =>
    insertLink(tx, { linkId, exportId, memberId, tokenHash, runDay: '2026-11-22', createdAt: ROW_TIME, expiresAt }),
  );
  return linkId;
}

test('a link is found by the hash of its token, and looking uses nothing up', async () => {
  const linkId = await addLink();
  const before = await within((tx) => findLink(tx, linkId));
  expect(before).toEqual({
    linkId,
    exportId,
    memberId,
    runDay: '2026-11-22',
    expiresAt: ROW_TIME + 86_400_000,
    revokedAt: null,
    mailedAt: null,
  });
  expect(await byToken(`hash of ${linkId}`)).toEqual({ tenantId, linkId });
  expect(await byToken(linkId)).toBeUndefined();
  expect(await within((tx) => findLink(tx, linkId))).toEqual(before);
});

test('a link that is there already keeps its token', async () => {
  const linkId = await addLink();
  await addLink(linkId, 'another hash');
  expect(await byToken('another hash')).toBeUndefined();
  expect(await byToken(`hash of ${linkId}`)).toEqual({ tenantId, linkId });
});

test('a link is mailed once: the first time is kept', async () => {
  const [linkId, other] = [await addLink(), await addLink()];
  await within((tx) => markLinkMailed(tx, linkId, ROW_TIME + 1));
  await within((tx) => markLinkMailed(tx, linkId, ROW_TIME + 2));
  expect(await within((tx) => findLink(tx, linkId))).toMatchObject({ mailedAt: ROW_TIME + 1 });
  expect(await within((tx) => findLink(tx, other))).toMatchObject({ mailedAt: null });
});

test('downloads are counted, several at once too', async () => {
  const linkId = await addLink();
  await Promise.all(Array.from({ length: 5 }, () => within((tx) => countDownload(tx, linkId))));
  const { rows } = await within((tx) => tx.query('SELECT downloads FROM hw.export_links WHERE link_id = $1', [linkId]));
  expect(rows).toEqual([{ downloads: 5 }]);
});

test('the links of an export are all of them, and none of another', async () => {
  const linkId = await addLink();
  const listed = await within((tx) => listLinksOfExport(tx, exportId));
  expect(listed.map((link) => link.linkId)).toContain(linkId);
  expect(await within((tx) => listLinksOfExport(tx, newId<ExportId>()))).toEqual([]);
});
