import { generateKeyPairSync } from 'node:crypto';
import { createLedgerSigner, readLedgerKeys, readRow, verifyLedger, writeRow, type DayRow } from '@highwater/crypto';
import {
  asPlatform,
  findLedgerEnd,
  inTenant,
  listLedgerDaysAfter,
  listLedgersToCheck,
  listLedgersToCheckpoint,
  listSilences,
  listUnsignedLedgers,
  streamCheckpoints,
  streamLedger,
} from '@highwater/db';
import type { ConnectionId, TenantId } from '@highwater/domain';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { pullArchive } from '../pull/pull-archive.ts';
import { tick } from '../sweep/sweep.ts';
import { createChainFixture, type ChainFixture } from '../testing/chain-fixture.ts';
import { checkLedger } from './check-ledger.ts';
import type { LedgerDeps } from './ledger-deps.ts';
import { createLedgerSweeps } from './ledger-handlers.ts';
import { signCheckpoint } from './sign-checkpoint.ts';
import { signDays } from './sign-days.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

let fixture: ChainFixture;
let superuser: pg.Pool;
let deps: LedgerDeps;
let tenantId: TenantId;
let connectionId: ConnectionId;
let key: { publicPem: string; version: number };

beforeAll(async () => {
  fixture = await createChainFixture(inject('superuser'));
  const { database } = fixture.login('hw_app');
  superuser = new pg.Pool({ ...inject('superuser'), database, max: 1 });
  const pair = generateKeyPairSync('ed25519');
  const pem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const keys = readLedgerKeys(pair.publicKey.export({ type: 'spki', format: 'pem' }).toString());
  deps = { ...fixture.deps, ledger: { signer: createLedgerSigner(pem), keys } };
});
afterAll(async () => {
  await superuser.end();
  await fixture.close();
});
beforeEach(async () => {
  fixture.finance.envelopes.length = 0;
  fixture.finance.faults.length = 0;
  fixture.clock.at = Date.UTC(2026, 10, 22, 8);
  fixture.freeCorp();
  tenantId = await fixture.makeTenant();
  const connected = await fixture.connect(tenantId);
  connectionId = connected.connectionId;
  key = { publicPem: connected.publicPem, version: 1 };
  await fixture.drain();
});

const text = (n: number) =>
  JSON.stringify({
    msgid: `${n}_external`,
    action: 'send',
    from: 'LinXiaoyu',
    tolist: ['boss'],
    msgtime: 1_794_500_000_000 + n,
    msgtype: 'text',
    text: { content: `第${n}箱` },
  });
let sent = 0;
/** `count` messages arrive and are pulled and opened, `lost` numbers before them are holes. */
async function receive(count: number, lost = 0n): Promise<void> {
  const last = fixture.finance.envelopes.at(-1)?.seq ?? 0n;
  const texts = Array.from({ length: count }, () => text((sent += 1)));
  fixture.finance.archive(texts, key, { seq: last + lost + 1n });
  await pullArchive(fixture.deps, tenantId, connectionId);
  await fixture.drain(['open-page']);
}
const days = () => inTenant(fixture.database, tenantId, (tx) => listLedgerDaysAfter(tx, connectionId, null, 100));
const dayRows = async () => (await days()).map(({ line }) => readRow(line) as DayRow);
const check = async () => {
  const [row] = await fixture.read<{ page: string; finished: number | null; wrong: string | null }>(
    tenantId,
    'SELECT page_no AS page, finished_at AS finished, wrong_page AS wrong FROM hw.ledger_checks',
  );
  return row;
};
const findings = () =>
  fixture.read<{ subject: string; detail: object; resolved: number | null }>(
    tenantId,
    "SELECT subject, detail, resolved_at AS resolved FROM hw.findings WHERE fault = 'ledger.broken'",
  );

async function* bytesOf(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const each of texts) yield Buffer.from(each);
}
async function verdict() {
  const end = await inTenant(fixture.database, tenantId, (tx) => findLedgerEnd(tx, connectionId));
  if (end === undefined) throw new Error('there is no connection');
  const keys = deps.ledger.keys.map(({ spki }) => spki);
  const file = streamLedger(fixture.database, tenantId, connectionId, { end, made: fixture.clock.at, keys });
  const checkpoints = bytesOf(streamCheckpoints(fixture.database, tenantId, connectionId));
  return verifyLedger(bytesOf(file), { trusted: deps.ledger.keys, checkpoints });
}

describe('signed days', () => {
  it('say what came, in numbers that the file proves, and days without pages too', async () => {
    await receive(3);
    fixture.clock.at += HOUR_MS;
    await receive(2, 5n);
    fixture.clock.at += 2 * DAY_MS;
    await receive(1);
    fixture.clock.at += DAY_MS;
    await signDays(deps, tenantId, connectionId);
    const rows = await dayRows();
    expect(rows).toMatchObject([
      { day: '2026-11-22', from: 1, to: 2, after: '0', last: '10', envelopes: 5, unseen: '5', kinds: [['text', 5]] },
      { day: '2026-11-23', from: 3, to: 2, after: '10', last: '10', envelopes: 0, unseen: '0', kinds: [], opened: 0 },
      { day: '2026-11-24', from: 3, to: 3, after: '10', last: '11', envelopes: 1, opened: 1, sealed: 0 },
    ]);
    expect(await verdict()).toMatchObject({ problems: [], pages: 3, days: 3, signedPages: 3 });
  });

  it('wait until the day is over and settled, and are signed once however often and by however many', async () => {
    await receive(1);
    fixture.clock.at = Date.UTC(2026, 10, 23, 0, 9);
    await signDays(deps, tenantId, connectionId);
    expect(await days()).toEqual([]);
    fixture.clock.at = Date.UTC(2026, 10, 26, 0, 10);
    await Promise.all([signDays(deps, tenantId, connectionId), signDays(deps, tenantId, connectionId)]);
    const signed = await days();
    expect(signed.map(({ day }) => day)).toEqual(['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25']);
    fixture.clock.at += 1000;
    await signDays(deps, tenantId, connectionId);
    expect(await days()).toEqual(signed);
    expect(await verdict()).toMatchObject({ problems: [], days: 4 });
  });

  it('stay in order when the clock goes back', async () => {
    fixture.clock.at += 3 * DAY_MS;
    await receive(1);
    fixture.clock.at -= 2 * DAY_MS;
    await receive(1);
    fixture.clock.at += 6 * DAY_MS;
    await receive(1);
    fixture.clock.at += DAY_MS;
    await signDays(deps, tenantId, connectionId);
    expect((await dayRows()).filter(({ envelopes }) => envelopes > 0)).toMatchObject([
      { day: '2026-11-25', from: 1, to: 2 },
      { day: '2026-11-29', from: 3, to: 3 },
    ]);
    expect((await verdict()).problems).toEqual([]);
  });

  it('are not changed, taken away or back-dated by what runs', async () => {
    await receive(1);
    fixture.clock.at += 2 * DAY_MS;
    await signDays(deps, tenantId, connectionId);
    await signCheckpoint(deps, tenantId, connectionId);
    for (const statement of [
      "UPDATE hw.ledger_days SET line = '{}'",
      'DELETE FROM hw.ledger_days',
      "UPDATE hw.ledger_checkpoints SET line = '{}'",
      'DELETE FROM hw.ledger_checkpoints',
      'UPDATE hw.silences SET until_at = from_at',
      'DELETE FROM hw.silences',
      'UPDATE hw.pages SET count = 1',
      'TRUNCATE hw.ledger_days',
    ])
      await expect.soft(fixture.read(tenantId, statement), statement).rejects.toMatchObject({ code: '42501' });
  });
});

describe('checkpoints', () => {
  it('are signed when the ledger grew, every hour when it did not, once in five minutes', async () => {
    const sweep = () => tick(fixture.deps, createLedgerSweeps(deps));
    const times = async () =>
      (
        await fixture.read<{ at: number; pages: string }>(
          tenantId,
          'SELECT signed_at AS at, page_count AS pages FROM hw.ledger_checkpoints ORDER BY slot_at',
        )
      ).map(({ at, pages }) => [(at - Date.UTC(2026, 10, 22, 8)) / 60_000, Number(pages)]);
    await Promise.all([sweep(), sweep()]);
    expect(await times()).toEqual([[0, 0]]);
    await receive(2);
    fixture.clock.at += 4 * 60_000;
    await sweep();
    fixture.clock.at += 2 * 60_000;
    await sweep();
    await sweep();
    fixture.clock.at += 30 * 60_000;
    await sweep();
    fixture.clock.at += 30 * 60_000;
    await sweep();
    expect(await times()).toEqual([
      [0, 0],
      [6, 1],
      [66, 1],
    ]);
    expect(await verdict()).toMatchObject({ problems: [], agreed: 3 });
  });

  it('go on while the clock stands before the newest one', async () => {
    await signCheckpoint(deps, tenantId, connectionId);
    fixture.clock.at -= 10 * DAY_MS;
    const due = await asPlatform(fixture.database, 'sweep', (tx) =>
      listLedgersToCheckpoint(tx, fixture.clock.at, fixture.clock.at - HOUR_MS, 1000),
    );
    expect(due).toContainEqual({ tenantId, connectionId });
  });
});

describe('the check of a ledger', () => {
  it('goes on with what is new, and from page 1 when it was asked for or a week is over', async () => {
    await receive(1);
    await receive(1);
    await checkLedger(deps, tenantId, connectionId);
    expect(await check()).toMatchObject({ page: '2', finished: fixture.clock.at, wrong: null });
    await receive(1);
    fixture.clock.at += 300_000;
    const times = { checkedBefore: fixture.clock.at - 300_000, restartBefore: fixture.clock.at - 7 * DAY_MS };
    const due = () => asPlatform(fixture.database, 'sweep', (tx) => listLedgersToCheck(tx, times, 1000));
    expect(await due()).toContainEqual({ tenantId, connectionId });
    await checkLedger(deps, tenantId, connectionId);
    expect(await check()).toMatchObject({ page: '3', finished: Date.UTC(2026, 10, 22, 8), wrong: null });
    expect(await due()).not.toContainEqual({ tenantId, connectionId });
    fixture.clock.at += 7 * DAY_MS;
    await checkLedger(deps, tenantId, connectionId);
    expect(await check()).toMatchObject({ page: '3', finished: fixture.clock.at });
  });

  it.each([
    ['the bytes of a page', "UPDATE hw.pages SET bytes = '\\x28b52ffd0000' WHERE page_no = 2"],
    ['the time of a page', "UPDATE hw.pages SET received_at = received_at + interval '1 second' WHERE page_no = 2"],
    ['the leaf of a page', "UPDATE hw.pages SET leaf_hash = repeat('0', 64) WHERE page_no = 2"],
    ['the link of a page', "UPDATE hw.pages SET chain_hash = repeat('0', 64) WHERE page_no = 2"],
    ['what a signed page did not return', `UPDATE hw.pages SET unseen = '[["1","1"]]' WHERE page_no = 2`],
    ['a signed day', 'UPDATE hw.ledger_days SET line = replace(line, \'"envelopes":3\', \'"envelopes":2\')'],
    ['a page, taken away', 'DELETE FROM hw.pages WHERE page_no = 2'],
  ])('finds %s that was changed behind the service’s back', async (_what, statement) => {
    for (let n = 0; n < 3; n += 1) await receive(1);
    fixture.clock.at += 2 * DAY_MS;
    await signDays(deps, tenantId, connectionId);
    await checkLedger(deps, tenantId, connectionId);
    expect(await findings()).toEqual([]);
    const tables = ['hw.pages', 'hw.ledger_days'];
    const saved = await Promise.all(tables.map((table) => rowsOf(table)));
    await superuser.query(`${statement} ${statement.includes('WHERE') ? 'AND' : 'WHERE'} tenant_id = '${tenantId}'`);

    fixture.clock.at += 8 * DAY_MS;
    await checkLedger(deps, tenantId, connectionId);
    const wrong = Number((await check())?.wrong);
    expect(wrong).toBeGreaterThan(0);
    expect(wrong).toBeLessThanOrEqual(3);
    const subject = `connection:${connectionId}:ledger`;
    expect(await findings()).toMatchObject([{ subject, detail: { page: wrong }, resolved: null }]);

    for (const [at, table] of tables.entries()) await putBack(table, saved[at] ?? []);
    fixture.clock.at += 8 * DAY_MS;
    await checkLedger(deps, tenantId, connectionId);
    expect(await check()).toMatchObject({ page: '3', wrong: null });
    expect((await findings()).every(({ resolved }) => resolved !== null)).toBe(true);
  });

  const rowsOf = async (table: string): Promise<string[]> => {
    const { rows } = await superuser.query<{ row: string }>(
      `SELECT to_json(t)::text AS row FROM ${table} t WHERE tenant_id = $1`,
      [tenantId],
    );
    return rows.map(({ row }) => row);
  };
  const putBack = async (table: string, rows: readonly string[]): Promise<void> => {
    await superuser.query(`DELETE FROM ${table} WHERE tenant_id = $1`, [tenantId]);
    for (const row of rows)
      await superuser.query(`INSERT INTO ${table} SELECT * FROM json_populate_record(NULL::${table}, $1::json)`, [row]);
  };

  it('finds a ledger whose last pages were cut off', async () => {
    for (let n = 0; n < 3; n += 1) await receive(1);
    await superuser.query('DELETE FROM hw.pages WHERE page_no = 3 AND tenant_id = $1', [tenantId]);
    await checkLedger(deps, tenantId, connectionId);
    expect(await check()).toMatchObject({ page: '2', wrong: '3' });
    await signCheckpoint(deps, tenantId, connectionId);
    await superuser.query(
      `UPDATE hw.connections SET page_count = 2, last_page_hash = (SELECT chain_hash FROM hw.pages p
         WHERE p.tenant_id = $1 AND page_no = 2) WHERE tenant_id = $1`,
      [tenantId],
    );
    const { problems } = await verdict();
    expect(problems.map(({ says }) => says)).toContainEqual(expect.stringContaining('knows 3 pages'));
  });
});

describe('silences', () => {
  const silences = () => inTenant(fixture.database, tenantId, (tx) => listSilences(tx, fixture.clock.at - DAY_MS));

  it('are the time before the first answer, every silence of more than a day, and the one that lasts', async () => {
    const begun = fixture.clock.at;
    fixture.clock.at += DAY_MS;
    await receive(1);
    expect(await silences()).toMatchObject([{ reason: 'start', from: begun, until: begun }]);
    const last = fixture.clock.at;
    fixture.clock.at += 6 * DAY_MS;
    fixture.finance.faults.push({ fault: 'wecom.unreachable' });
    await pullArchive(fixture.deps, tenantId, connectionId);
    expect(await silences()).toMatchObject([{ reason: 'silence', from: last, until: null }, { reason: 'start' }]);
    // An answer without messages ends a silence like one with messages.
    fixture.clock.at += HOUR_MS;
    await pullArchive(fixture.deps, tenantId, connectionId);
    await pullArchive(fixture.deps, tenantId, connectionId);
    expect(await silences()).toMatchObject([
      { reason: 'silence', from: last, until: last + 6 * DAY_MS + HOUR_MS },
      { reason: 'start' },
    ]);
  });
});

it('a sweep has grown ledgers checked and over days signed, each once', async () => {
  await receive(1);
  fixture.clock.at += 2 * DAY_MS;
  const sweeps = createLedgerSweeps(deps);
  await tick(fixture.deps, sweeps);
  await tick(fixture.deps, sweeps);
  expect(await days()).toHaveLength(2);
  const jobs = await fixture.read(
    tenantId,
    "SELECT 1 FROM pgboss.job WHERE name = 'check-ledger' AND data->>'tenantId' = hw.current_tenant()::text",
  );
  expect(jobs).toHaveLength(1);
  const unsigned = await asPlatform(fixture.database, 'sweep', (tx) => listUnsignedLedgers(tx, '2026-11-23', 1000));
  expect(unsigned).not.toContainEqual({ tenantId, connectionId });
});

it('a signed row is written as it was signed', async () => {
  await receive(1);
  fixture.clock.at += 2 * DAY_MS;
  await signDays(deps, tenantId, connectionId);
  const [day] = await days();
  expect(writeRow((await dayRows())[0] as DayRow)).toBe(day?.line);
  await expect(checkLedger(deps, tenantId, connectionId)).resolves.toBeUndefined();
});
