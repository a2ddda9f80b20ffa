import {
  chainHash,
  CHAIN_START,
  createLedgerSigner,
  dayRoot,
  leafHash,
  readLedgerKeys,
  verifyLedger,
  writeRow,
} from '@highwater/crypto';
import {
  findLedgerEnd,
  insertLedgerCheckpoint,
  insertLedgerDay,
  insertPage,
  inTenant,
  listLedgerPages,
  moveCursor,
  moveLedgerCheck,
  startLedgerCheck,
  type TenantTx,
} from '@highwater/db';
import type { ConnectionId } from '@highwater/domain';
import { addConnection } from '@highwater/testkit';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { makeCompany, type Company } from '../testing/company.ts';
import { makeLedgerKeys, startApi, type TestApi } from '../testing/start-api.ts';

const DAY_MS = 86_400_000;
const PAGES = 2_300;
const keys = makeLedgerKeys();

let api: TestApi;
let company: Company;
let connectionId: ConnectionId;
let today: string;
beforeAll(async () => {
  api = await startApi(inject('superuser'), { ledgerPublicKeys: keys.publicPem });
  company = await makeCompany(api);
  today = new Date(api.clock.now()).toISOString().slice(0, 10);
  await inTenant(api.database.database, company.tenantId, async (tx) => {
    connectionId = await addConnection(tx, { corpId: 'wwledger0123456789' });
    await addPages(tx, 1, PAGES, api.clock.now() - DAY_MS);
    await signYesterday(tx);
    await addPages(tx, PAGES + 1, PAGES + 2, api.clock.now());
  });
}, 60_000);
afterAll(() => api.stop());

/** Pages of two envelopes each, one number missing between them. */
async function addPages(tx: TenantTx, from: number, to: number, receivedAt: number): Promise<void> {
  let head = (await findLedgerEnd(tx, connectionId))?.head || CHAIN_START;
  for (let pageNo = from; pageNo <= to; pageNo += 1) {
    const [after, last, count] = [BigInt(pageNo - 1) * 3n, BigInt(pageNo) * 3n, 2];
    const [first, hole] = [after + 1n, after + 2n];
    const sha256 = createHash('sha256').update(`page ${pageNo}`).digest('hex');
    const lacks = [[hole.toString(), hole.toString()]] as const;
    const place = { tenantId: tx.tenantId, connectionId };
    const leaf = leafHash({ ...place, after, first, last, count, unseen: lacks, sha256, receivedAt });
    head = chainHash(head, leaf);
    const unseen = [{ from: hole, to: hole }];
    const facts = { connectionId, pageNo, after, first, last, count, unseen, sha256, receivedAt };
    await insertPage(tx, { ...facts, bytes: Buffer.from('page'), leafHash: leaf, chainHash: head });
    await moveCursor(tx, connectionId, { after, last, pageNo, pageHash: head, now: receivedAt });
  }
}

async function signYesterday(tx: TenantTx): Promise<void> {
  const end = await findLedgerEnd(tx, connectionId);
  const rows = createHash('sha256');
  for (const page of await listLedgerPages(tx, connectionId, { from: 1, to: PAGES, limit: PAGES }))
    rows.update(`${writeRow(page)}\n`);
  const signer = createLedgerSigner(keys.privatePem);
  const owner = { tenant: tx.tenantId, connection: connectionId, corp: 'wwledger0123456789' };
  const day = new Date(api.clock.now() - DAY_MS).toISOString().slice(0, 10);
  const row = signer.signDay({
    type: 'highwater/v1/day',
    ...owner,
    day,
    from: 1,
    to: PAGES,
    after: '0',
    last: String(PAGES * 3),
    envelopes: PAGES * 2,
    unseen: String(PAGES),
    opened: 0,
    sealed: 0,
    unreadable: 0,
    kinds: [],
    rows: rows.digest('hex'),
    head: end?.head ?? '',
    previous: CHAIN_START,
    signed: api.clock.now(),
  });
  const kept = { day, fromPage: 1, toPage: PAGES, root: dayRoot(row), line: writeRow(row), signedAt: row.signed };
  await insertLedgerDay(tx, connectionId, kept);
  const checkpoint = signer.signCheckpoint({
    type: 'highwater/v1/checkpoint',
    ...owner,
    pages: PAGES,
    head: end?.head ?? '',
    seq: String(PAGES * 3),
    answered: api.clock.now(),
    at: api.clock.now(),
  });
  const slot = { slotAt: 0, pages: PAGES, line: writeRow(checkpoint), signedAt: checkpoint.at };
  await insertLedgerCheckpoint(tx, connectionId, slot);
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
const path = (rest: string): string => `/v1/ledger/${connectionId}/${rest}`;

describe('the ledger file', () => {
  it('is proven without the service, against its checkpoints and its key', async () => {
    const file = await company.owner.ask<string>('GET', path('file'));
    expect(file.status).toBe(200);
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="ledger-wwledger0123456789-${PAGES + 2}.ndjson"`,
    );
    const checkpoints = await company.owner.ask<string>('GET', path('checkpoints'));
    const pem = await company.owner.ask<string>('GET', '/v1/ledger/keys');
    expect(pem.body).toBe(keys.publicPem);
    const verdict = await verifyLedger(bytesOf(file.body), {
      trusted: readLedgerKeys(pem.body),
      checkpoints: bytesOf(checkpoints.body),
    });
    expect(verdict).toMatchObject({ problems: [], pages: PAGES + 2, days: 1, signedPages: PAGES, agreed: 1 });
  });

  it('is handed out to those who may see how whole the archive is, and every download is noted', async () => {
    for (const what of ['file', 'checkpoints', 'days', `days/${today}`])
      expect.soft(await company.viewer.faultOf('GET', path(what)), what).toBe('permission.missing');
    expect(await company.viewer.faultOf('POST', path('verify'))).toBe('permission.missing');
    const stranger = await makeCompany(api);
    for (const what of ['file', 'checkpoints', 'days', `days/${today}`])
      expect.soft(await stranger.owner.faultOf('GET', path(what)), what).toBe('thing.missing');
    expect(await stranger.owner.faultOf('POST', path('verify'))).toBe('thing.missing');
    await company.admin.ask('GET', path('checkpoints'));
    const { body } = await company.owner.ask<{ items: readonly { event: string; detail: object }[] }>(
      'GET',
      '/v1/audit',
    );
    expect(body.items.find(({ event }) => event === 'ledger.downloaded')).toMatchObject({
      subject: `connection:${connectionId}`,
      memberName: 'admin',
    });
  });
});

interface Day {
  readonly day: string;
  readonly state: string;
  readonly signed: object | null;
}

describe('the days', () => {
  it('begin with what is not signed yet', async () => {
    const { body } = await company.owner.ask<{ items: readonly Day[]; nextCursor: string | null }>('GET', path('days'));
    expect(body.items).toMatchObject([
      { day: today, state: 'open', fromPage: PAGES + 1, toPage: PAGES + 2, envelopes: 4, unseen: '2', signed: null },
      { state: 'signed', fromPage: 1, toPage: PAGES, after: '0', last: String(PAGES * 3), envelopes: PAGES * 2 },
    ]);
    expect(body.nextCursor).toBeNull();
  });

  it('list their pages, some at a time', async () => {
    const { body: days } = await company.owner.ask<{ items: readonly Day[] }>('GET', path('days'));
    const signed = days.items[1]?.day;
    interface Detail {
      readonly pages: { readonly items: readonly { page: number }[]; readonly nextCursor: string | null };
    }
    const first = await company.owner.ask<Detail>('GET', path(`days/${signed}?limit=200`));
    expect(first.body.pages.items).toHaveLength(200);
    const next = await company.owner.ask<Detail>(
      'GET',
      path(`days/${signed}?limit=200&cursor=${first.body.pages.nextCursor}`),
    );
    expect(next.body.pages.items[0]).toMatchObject({ page: 201, after: '600', unseen: [{ from: '602', to: '602' }] });
    const open = await company.owner.ask<Detail>('GET', path(`days/${today}`));
    expect(open.body.pages.items.map(({ page }) => page)).toEqual([PAGES + 1, PAGES + 2]);
    expect(await company.owner.faultOf('GET', path('days/2001-01-01'))).toBe('thing.missing');
    expect(await company.owner.faultOf('GET', path('days/yesterday'))).toBe('thing.missing');
  });
});

it('a verification asks the worker and answers what it found, or how far it is', async () => {
  const { deps } = api;
  const ask = company.owner.ask<{ state: string; wrongPage: number | null }>('POST', path('verify'));
  await expect.poll(() => api.jobs.filter(({ queue }) => queue === 'check-ledger')).toHaveLength(1);
  await inTenant(deps.database, company.tenantId, async (tx) => {
    const now = deps.clock.now();
    await startLedgerCheck(tx, connectionId, now);
    const move = { startedAt: now, from: 0, page: 6, head: 'h', finishedAt: null, wrongPage: 7, now };
    await moveLedgerCheck(tx, connectionId, move);
  });
  expect((await ask).body).toMatchObject({ state: 'wrong', page: 6, pages: PAGES + 2, wrongPage: 7 });
  const { body } = await company.owner.ask<{ connections: readonly object[] }>('GET', '/v1/completeness');
  expect(body.connections).toMatchObject([
    {
      connectionId,
      check: { state: 'wrong', wrongPage: 7 },
      checkpoint: { pages: PAGES, seq: String(PAGES * 3) },
      unprovable: [{ reason: 'start', from: null }],
      lossBeginsAt: null,
    },
  ]);
});

it('counts down to the window from one day of silence, and names the silence when it is over', async () => {
  const completeness = async () => {
    const { body } = await company.owner.ask<{
      connections: readonly {
        lossBeginsAt: number | null;
        unprovable: readonly object[];
        silences: readonly object[];
      }[];
    }>('GET', '/v1/completeness');
    return body.connections[0];
  };
  const answered = (await inTenant(api.deps.database, company.tenantId, (tx) => findLedgerEnd(tx, connectionId)))
    ?.answeredAt;
  api.clock.shift(DAY_MS + 1000);
  expect(await completeness()).toMatchObject({
    lossBeginsAt: (answered ?? 0) + 5 * DAY_MS,
    silences: [{ until: null }, {}],
  });
  api.clock.shift(5 * DAY_MS);
  expect((await completeness())?.unprovable).toMatchObject([{ reason: 'silence', from: answered, until: null }, {}]);
  api.clock.shift(-6 * DAY_MS - 1000);
});
