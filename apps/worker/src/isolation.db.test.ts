import { randomUUID } from 'node:crypto';
import {
  acceptConnectionAttempt,
  bindConnectionKey,
  countByCause,
  findConnectionAttempt,
  findPage,
  findPullState,
  findWrappedKey,
  finishPull,
  getOpeningProgress,
  inTenant,
  listConflictingMsgids,
  listConflictingSeqs,
  listOpenedEnvelopes,
  listOpeningKeys,
  listPagesToReopen,
  markMediaAbsent,
  markMediaStored,
  moveCursor,
  postponeMedia,
  raiseFinding,
  refuseConnectionAttempt,
  resolveFindings,
  claimMedia,
  type TenantTx,
} from '@highwater/db';
import type { AttemptId, ConnectionId, KeyId, MediaId, TenantId } from '@highwater/domain';
import { readSamples } from '@highwater/wecom-simulator';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createChainFixture, type ChainFixture } from './testing/chain-fixture.ts';
import { openPage } from './open/open-page.ts';
import { pullArchive } from './pull/pull-archive.ts';

let fixture: ChainFixture;
let owner: TenantId;
let stranger: TenantId;
let connectionId: ConnectionId;
let attemptId: AttemptId;
let keyId: KeyId;
let mediaId: MediaId;
let before: unknown;

/** Every row of the owner, as text. */
async function rowsOfOwner(): Promise<unknown> {
  const tables = await fixture.read<{ name: string }>(
    owner,
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'hw'
     AND c.relkind = 'r' AND has_table_privilege('hw_app', c.oid, 'SELECT') ORDER BY 1`,
  );
  const rows: Record<string, unknown> = {};
  for (const { name } of tables)
    rows[name] = await fixture.read(owner, `SELECT md5(t::text) FROM hw.${name} t ORDER BY 1`);
  return rows;
}

beforeAll(async () => {
  fixture = await createChainFixture(inject('superuser'));
  owner = await fixture.makeTenant();
  stranger = await fixture.makeTenant();
  const connected = await fixture.connect(owner);
  connectionId = connected.connectionId;
  fixture.finance.archive(
    readSamples().map((sample) => sample.message),
    { publicPem: connected.publicPem, version: 1 },
  );
  await fixture.drain(['pull-archive', 'open-page']);
  const first = async <Row extends object>(text: string) => (await fixture.read<Row>(owner, text))[0];
  keyId = (await first<{ id: KeyId }>('SELECT key_id AS id FROM hw.connection_keys'))?.id ?? ('' as KeyId);
  mediaId =
    (await first<{ id: MediaId }>("SELECT media_id AS id FROM hw.media WHERE state = 'wanted'"))?.id ?? ('' as MediaId);
  attemptId = await fixture.makeAttempt(owner, 'ww0000000000000000');
  await inTenant(fixture.database, owner, (tx) =>
    raiseFinding(tx, { fault: 'wecom.busy', subject: `connection:${connectionId}`, detail: {}, now: fixture.clock.at }),
  );
  before = await rowsOfOwner();
});
afterAll(() => fixture.close());

describe('a stranger who knows every id', () => {
  const now = Date.UTC(2026, 10, 23);
  const reads: [string, (tx: TenantTx) => Promise<unknown>, unknown][] = [
    ['findConnectionAttempt', (tx) => findConnectionAttempt(tx, attemptId), undefined],
    ['findPullState', (tx) => findPullState(tx, connectionId), undefined],
    ['listOpeningKeys', (tx) => listOpeningKeys(tx, connectionId), []],
    [
      'getOpeningProgress',
      (tx) => getOpeningProgress(tx, connectionId),
      { opened: false, sealedVersion: null, sealed: 0, hasWrongKey: false },
    ],
    ['findPage', (tx) => findPage(tx, connectionId, 1), undefined],
    ['listOpenedEnvelopes', (tx) => listOpenedEnvelopes(tx, connectionId, 1), new Set()],
    ['countByCause', (tx) => countByCause(tx, connectionId), []],
    ['listPagesToReopen', (tx) => listPagesToReopen(tx, connectionId, { cause: null, publickeyVer: null }, 0, 10), []],
    ['listConflictingSeqs', (tx) => listConflictingSeqs(tx, connectionId, ['1']), []],
    ['listConflictingMsgids', (tx) => listConflictingMsgids(tx, connectionId, ['a']), []],
  ];
  it.each(reads)('sees nothing through %s', async (_, query, nothing) => {
    expect(await inTenant(fixture.database, stranger, query)).toEqual(nothing);
  });

  const file = { objectName: 'x', size: 1, sha256: 'x', contentType: 'text/plain', fault: null };
  const writes: [string, (tx: TenantTx) => Promise<unknown>, unknown][] = [
    ['acceptConnectionAttempt', (tx) => acceptConnectionAttempt(tx, attemptId, connectionId), false],
    ['refuseConnectionAttempt', (tx) => refuseConnectionAttempt(tx, attemptId, 'internal', {}), false],
    ['bindConnectionKey', (tx) => bindConnectionKey(tx, connectionId, keyId, 9, now), false],
    [
      'moveCursor',
      (tx) => moveCursor(tx, connectionId, { after: 158n, last: 200n, pageNo: 2, pageHash: 'x', now }),
      false,
    ],
    ['finishPull', (tx) => finishPull(tx, connectionId, { now, answered: true, nextPullAt: now }), undefined],
    ['claimMedia', (tx) => claimMedia(tx, mediaId, { now, claimMs: 1000 }), undefined],
    ['markMediaStored', (tx) => markMediaStored(tx, mediaId, file, now), false],
    ['markMediaAbsent', (tx) => markMediaAbsent(tx, mediaId, 'media.expired'), false],
    ['postponeMedia', (tx) => postponeMedia(tx, mediaId, 'wecom.busy', now), false],
    ['resolveFindings', (tx) => resolveFindings(tx, ['wecom.busy'], `connection:${connectionId}`, now), 0],
  ];
  it.each(writes)('changes nothing through %s', async (_, query, nothing) => {
    expect(await inTenant(fixture.database, stranger, query)).toEqual(nothing);
    expect(await rowsOfOwner()).toEqual(before);
  });

  it('pulls and opens nothing', async () => {
    const calls = fixture.finance.pageCalls;
    await pullArchive(fixture.deps, stranger, connectionId);
    await openPage(fixture.deps, stranger, connectionId, 1);
    expect(fixture.finance.pageCalls).toBe(calls);
    expect(await rowsOfOwner()).toEqual(before);
  });

  it('has a data key of its own', async () => {
    const [mine, theirs] = await Promise.all(
      [owner, stranger].map((id) => inTenant(fixture.database, id, findWrappedKey)),
    );
    expect(mine?.wrapped.equals(theirs?.wrapped ?? Buffer.alloc(0))).toBe(false);
    const ids = await Promise.all([owner, stranger].map((id) => fixture.deps.tenantKeys.subkey(id, 'message-id')));
    expect(ids[0]?.equals(ids[1] ?? Buffer.alloc(0))).toBe(false);
  });
});

it('a row cannot be written for another tenant', async () => {
  const insert = `INSERT INTO hw.people (tenant_id, connection_id, person_key, written_as, kind, first_at, last_at)
    VALUES ($1, $2, 'x', 'x', 'employee', $3, $3)`;
  await expect(fixture.read(stranger, insert, [owner, randomUUID(), new Date(fixture.clock.at)])).rejects.toThrow(
    /row-level security/,
  );
});

it('search tokens hold numbers only and cannot be read by the worker', async () => {
  await expect(fixture.read(owner, 'SELECT tokens FROM hw.search_tokens')).rejects.toThrow(/permission denied/);
});
