import { countCallback, insertPage, inTenant, type NewPage } from '@highwater/db';
import { dayOf } from '@highwater/calendar';
import type { ConnectionId, TenantId, UnixMs } from '@highwater/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createChainFixture, type ChainFixture } from '../testing/chain-fixture.ts';
import { pullArchive } from '../pull/pull-archive.ts';
import { createWatchSweep } from './watch-sweep.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ZONE = 'Asia/Shanghai';
const WEEK = 168 * HOUR;

let fixture: ChainFixture;
let tenantId: TenantId;
let connectionId: ConnectionId;
let key: { publicPem: string; version: number };

beforeAll(async () => {
  fixture = await createChainFixture(inject('superuser'));
});
afterAll(() => fixture.close());
beforeEach(async () => {
  fixture.finance.envelopes.length = 0;
  fixture.finance.faults.length = 0;
  fixture.freeCorp();
  tenantId = await fixture.makeTenant();
  const connected = await fixture.connect(tenantId);
  connectionId = connected.connectionId;
  key = { publicPem: connected.publicPem, version: 1 };
  await pull();
});

const pull = () => pullArchive(fixture.deps, tenantId, connectionId);
const watch = () => createWatchSweep().run(fixture.deps, fixture.clock.at);
const findings = () =>
  fixture.read<{ fault: string; count: number; detail: object; open: boolean }>(
    tenantId,
    `SELECT fault, count, detail, resolved_at IS NULL AS open FROM hw.findings
     WHERE fault IN ('archive.silent', 'archive.window_passed', 'messages.none') ORDER BY fault`,
  );

describe('a connection that WeCom does not answer', () => {
  const failed = async (hours: number) => {
    fixture.clock.at += hours * HOUR;
    fixture.finance.faults.push({ fault: 'secret.wrong' });
    await pull();
  };

  it('is told of after a day, once an hour, and no more after the next answer', async () => {
    await failed(23.9);
    await watch();
    expect(await findings()).toEqual([]);
    await failed(0.2);
    await watch();
    await watch();
    const silent = { fault: 'archive.silent', open: true };
    expect(await findings()).toEqual([{ ...silent, count: 1, detail: { hours: 24, hoursLeft: 96 } }]);
    await failed(30);
    await watch();
    expect(await findings()).toEqual([{ ...silent, count: 2, detail: { hours: 54, hoursLeft: 66 } }]);
    await pull();
    expect(await findings()).toMatchObject([{ fault: 'archive.silent', open: false }]);
  });

  it('counts down no more after five days: it says since when messages may be lost, until the next answer', async () => {
    fixture.clock.at += HOUR;
    await pull();
    const since = fixture.clock.at;
    await failed(100);
    await watch();
    await failed(21);
    await watch();
    await failed(3);
    await watch();
    expect(await findings()).toEqual([
      { fault: 'archive.silent', count: 1, detail: { hours: 100, hoursLeft: 20 }, open: false },
      { fault: 'archive.window_passed', count: 1, detail: { since }, open: true },
    ]);
    await pull();
    expect(await findings()).toMatchObject([{ open: false }, { fault: 'archive.window_passed', open: false }]);
    const until = fixture.clock.at;
    expect(await fixture.read(tenantId, "SELECT from_at, until_at FROM hw.silences WHERE reason = 'silence'")).toEqual([
      { from_at: since, until_at: until },
    ]);
  });
});

describe('a connection that answers and brings nothing', () => {
  /** Five weeks of 10 messages an hour, day and night, until `until`. */
  async function fillHistory(until: UnixMs): Promise<void> {
    await inTenant(fixture.database, tenantId, async (tx) => {
      let pageNo = 1;
      for (let at = until - 5 * WEEK; at <= until; at += HOUR, pageNo += 1) {
        const seq = BigInt(pageNo);
        const page: NewPage = {
          connectionId,
          pageNo,
          after: seq - 1n,
          first: seq,
          last: seq,
          count: 10,
          unseen: [],
          bytes: Buffer.from('x'),
          sha256: 'x',
          leafHash: 'x',
          chainHash: 'x',
          receivedAt: at,
        };
        await insertPage(tx, page);
      }
      await tx.query(
        'UPDATE hw.connections SET page_count = $2::bigint, cursor_seq = $2::bigint WHERE connection_id = $1',
        [connectionId, pageNo - 1],
      );
    });
  }

  it('is told of with the numbers, and no more when messages come', async () => {
    await fillHistory(fixture.clock.at);
    fixture.clock.at += 5 * HOUR;
    await pull();
    await watch();
    expect(await findings()).toEqual([]);
    fixture.clock.at += 5 * HOUR;
    await pull();
    await watch();
    const detail = { hours: 10, expected: 90, callbacks: 0 };
    expect(await findings()).toEqual([{ fault: 'messages.none', count: 1, detail, open: true }]);
    await pull();
    expect(await findings()).toMatchObject([{ open: true }]);
    fixture.finance.archive(['{}'], key, { seq: 10_000n });
    await pull();
    expect(await findings()).toMatchObject([{ fault: 'messages.none', open: false }]);
  });

  it('is told of half an hour after WeCom called in vain, however soon after the last message and in any round', async () => {
    const sweep = createWatchSweep();
    const round = () => sweep.run(fixture.deps, fixture.clock.at);
    fixture.clock.at = Math.ceil(fixture.clock.at / HOUR) * HOUR;
    fixture.finance.archive(['{}'], key, { seq: 20_000n });
    await pull();
    await round();
    fixture.clock.at += 5 * MINUTE;
    const calledAt = fixture.clock.at;
    await inTenant(fixture.database, tenantId, (tx) =>
      countCallback(tx, connectionId, dayOf(ZONE, calledAt), calledAt),
    );
    fixture.clock.at += 25 * MINUTE;
    await pull();
    await round();
    expect(await findings()).toEqual([]);
    fixture.clock.at += 5 * MINUTE;
    await pull();
    await round();
    const detail = { hours: 0, expected: 0, callbacks: 1 };
    expect(await findings()).toEqual([{ fault: 'messages.none', count: 1, detail, open: true }]);
  });

  it('is told of by its silence instead when it does not answer either', async () => {
    await fillHistory(fixture.clock.at);
    fixture.clock.at += 30 * HOUR;
    await watch();
    expect(await findings()).toMatchObject([{ fault: 'archive.silent' }]);
  });
});
