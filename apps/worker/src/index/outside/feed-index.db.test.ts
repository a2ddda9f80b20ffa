import {
  findIndexState,
  findOpenIndexRun,
  inTenant,
  isOutsideIndexComplete,
  listFindings,
  countFeed,
  markLeft,
  switchTypesense,
} from '@highwater/db';
import type { MessageId, TenantId } from '@highwater/domain';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { tick } from '../../sweep/sweep.ts';
import { createChainFixture, type ChainFixture } from '../../testing/chain-fixture.ts';
import { INDEX_SWEEPS } from '../index-sweeps.ts';
import { startWalk } from '../start-walk.ts';
import { KilledAfterPut, MemorySearchWriter } from '../testing/memory-search-writer.ts';
import { feedIndex } from './feed-index.ts';

let fixture: ChainFixture;
let deps: ChainFixture['deps'];
let writer: MemorySearchWriter;
let tenantId: TenantId;
let key: { publicPem: string; version: number };
const FIRST = 'messages_000001';
const DAY_MS = 86_400_000;

const CUSTOMER = 'wmTESTaAAAQx7Rk2Lp9sVt0Bn4Yd6Hf8';
const message = (msgid: string, content: string, further: object = {}) =>
  JSON.stringify({
    msgid,
    action: 'send',
    from: 'LinXiaoyu',
    tolist: [CUSTOMER],
    msgtime: 1_794_500_076_174,
    msgtype: 'text',
    text: { content },
    ...further,
  });

beforeAll(async () => {
  fixture = await createChainFixture(inject('superuser'));
});
afterAll(() => fixture.close());
beforeEach(async () => {
  fixture.finance.envelopes.length = 0;
  fixture.freeCorp();
  writer = new MemorySearchWriter();
  deps = { ...fixture.deps, searchWriter: writer };
  tenantId = await fixture.makeTenant();
  const connected = await fixture.connect(tenantId);
  key = { publicPem: connected.publicPem, version: 1 };
  await say(['一', '二', '三', '四', '五'].map((word) => message(`m${word}`, `第${word}条`)));
  await within((tx) => startWalk(fixture.deps, tx, 'rebuild'));
  await fixture.drain(['check-index']);
});

// A new generation waits for everybody who has it on.
afterEach(() =>
  within(async (tx) => {
    await switchTypesense(tx, false, fixture.clock.at);
    await markLeft(tx);
  }),
);

const within = <Result>(work: Parameters<typeof inTenant<Result>>[2]) => inTenant(fixture.database, tenantId, work);
const stateOf = () => within((tx) => findIndexState(tx));
const isComplete = () => within((tx) => isOutsideIndexComplete(tx));
const switchTo = (on: boolean) => within((tx) => switchTypesense(tx, on, fixture.clock.at));
const feed = () => feedIndex(deps, tenantId);
const openFindings = async () =>
  (await within((tx) => listFindings(tx, 'open', { before: null, limit: 20 }))).filter(
    ({ subject }) => subject === 'index:typesense',
  );
const textsOf = (generation = FIRST) =>
  writer
    .ofTenant(generation, tenantId)
    .map(({ texts }) => texts.join(' '))
    .toSorted();
const idOf = async (msgid: string): Promise<MessageId> => {
  const rows = await fixture.read<{ id: MessageId }>(
    tenantId,
    'SELECT message_id AS id FROM hw.messages WHERE msgid = $1',
    [msgid],
  );
  return rows[0]?.id ?? ('' as MessageId);
};
const ALL = ['第一条', '第二条', '第三条', '第四条', '第五条'].toSorted();

async function say(plaintexts: readonly string[]): Promise<void> {
  fixture.finance.archive(plaintexts, key);
  await fixture.enqueuePull(tenantId);
  await fixture.drain();
}

describe('switched on', () => {
  it('it is filled, compared and then complete', async () => {
    expect(await isComplete()).toBe(false);
    await switchTo(true);
    expect(await isComplete()).toBe(false);
    await feed();
    expect(textsOf()).toEqual(ALL);
    expect(await isComplete()).toBe(true);
    expect(await stateOf()).toMatchObject({ typesenseFilled: [FIRST], typesenseDrift: 0, typesenseFault: null });
    expect((await stateOf())?.typesenseCheckedAt).toBe(fixture.clock.at);
    const [document] = writer.ofTenant(FIRST, tenantId);
    expect(document).toMatchObject({
      tenantId,
      kind: 'text',
      direction: 'outbound',
      roomId: null,
      hasMedia: false,
      isRecalled: false,
      sentAt: 1_794_500_076_174,
      people: ['linxiaoyu', CUSTOMER],
    });
    expect(document).not.toHaveProperty('sealedPlaintext');
  });

  it('is complete again only when what changed is there', async () => {
    await switchTo(true);
    await feed();
    await say([message('m6', '第六条')]);
    expect(await isComplete()).toBe(false);
    await tick(deps, INDEX_SWEEPS);
    await feed();
    expect(textsOf()).toContain('第六条');
    expect(await isComplete()).toBe(true);
  });

  it('takes in what is written while it is filled', async () => {
    await switchTo(true);
    writer.killAfterPut = true;
    await expect(feed()).rejects.toThrow(KilledAfterPut);
    expect(await isComplete()).toBe(false);
    await say([message('m6', '第六条')]);
    await feed();
    expect(textsOf()).toEqual([...ALL, '第六条'].toSorted());
    expect(await isComplete()).toBe(true);
  });

  it('says of a message that was taken back that it was', async () => {
    await switchTo(true);
    await feed();
    await say([
      message('r1', '', {
        msgtype: 'revoke',
        revoke: { pre_msgid: 'm一' },
        text: undefined,
        msgtime: 1_794_500_076_999,
      }),
    ]);
    await feed();
    const recalled = writer.ofTenant(FIRST, tenantId).filter(({ isRecalled }) => isRecalled);
    expect(recalled.map(({ texts }) => texts)).toEqual([['第一条']]);
  });

  it('holds nothing of a company that has it off', async () => {
    const other = await fixture.makeTenant();
    await feedIndex(deps, other);
    await feed();
    expect(writer.generations.size).toBeLessThanOrEqual(1);
    expect([...writer.generations.values()].every(({ size }) => size === 0)).toBe(true);
    expect(await within((tx) => countFeed(tx))).toMatchObject({ waiting: 0 });
  });
});

describe('killed while it feeds', () => {
  it('goes on at the next try, and feeds each change once more at most', async () => {
    await switchTo(true);
    await feed();
    await say([message('m6', '第六条'), message('m7', '第七条')]);
    writer.killAfterPut = true;
    await expect(feed()).rejects.toThrow(KilledAfterPut);
    expect(await isComplete()).toBe(false);
    const { puts } = writer;
    await feed();
    expect(writer.puts).toBe(puts + 1);
    expect(await isComplete()).toBe(true);
  });

  it('a claim that somebody holds keeps others away until it is over', async () => {
    await switchTo(true);
    await fixture.read(tenantId, 'UPDATE hw.index_states SET feed_claimed_until = $1', [
      new Date(fixture.clock.at + 1000),
    ]);
    await feed();
    expect(writer.puts).toBe(0);
    fixture.clock.at += 2000;
    await feed();
    expect(textsOf()).toEqual(ALL);
  });
});

describe('a server in trouble', () => {
  it('is told at the second try, keeps nothing waiting, and is forgiven when it is back', async () => {
    await switchTo(true);
    await feed();
    writer.isDown = true;
    await say([message('m6', '第六条')]);
    await feed();
    expect(await openFindings()).toEqual([]);
    expect(await isComplete()).toBe(false);
    fixture.clock.at += 60_000;
    await feed();
    expect(await openFindings()).toMatchObject([{ fault: 'search.unavailable' }]);
    expect(await stateOf()).toMatchObject({ typesenseStops: 2, typesenseFault: 'search.unavailable' });
    writer.isDown = false;
    fixture.clock.at += 600_000;
    await feed();
    expect(await openFindings()).toEqual([]);
    expect(await isComplete()).toBe(true);
    expect(textsOf()).toContain('第六条');
  });

  it('that lost everything is not asked before it is filled again', async () => {
    await switchTo(true);
    await feed();
    writer.loseEverything();
    await tick(deps, INDEX_SWEEPS);
    expect(await writer.currentGeneration()).toBe(FIRST);
    expect(await isComplete()).toBe(false);
    await feed();
    expect(textsOf()).toEqual(ALL);
    expect(await isComplete()).toBe(true);
  });

  it('that refuses one message takes the others; the one is offered again, later and later', async () => {
    writer.refuses.add(await idOf('m三'));
    await switchTo(true);
    await feed();
    expect(textsOf()).toEqual(ALL.filter((text) => text !== '第三条'));
    expect(await isComplete()).toBe(false);
    const { puts } = writer;
    await feed();
    expect(writer.puts).toBe(puts);
    for (let hour = 0; hour < 3; hour += 1) {
      fixture.clock.at += 3_600_000;
      await feed();
    }
    expect(await openFindings()).toMatchObject([{ fault: 'index.refused', detail: { count: 1 } }]);
    writer.refuses.clear();
    fixture.clock.at += DAY_MS;
    await feed();
    expect(textsOf()).toEqual(ALL);
    expect(await openFindings()).toEqual([]);
    expect(await isComplete()).toBe(true);
  });
});

describe('compared with the archive', () => {
  it('what it lost is put again and what it should not hold goes; the finding closes with the next clean look', async () => {
    await switchTo(true);
    await feed();
    const [lost, kept] = writer.ofTenant(FIRST, tenantId);
    if (lost === undefined || kept === undefined) throw new Error('nothing was put');
    const strange = '00000000-0000-4000-8000-000000000001' as MessageId;
    writer.generations.get(FIRST)?.delete(lost.messageId);
    writer.generations.get(FIRST)?.set(strange, { ...kept, messageId: strange });
    fixture.clock.at += 2 * DAY_MS;
    await feed();
    expect(textsOf()).toEqual(ALL);
    expect(await openFindings()).toMatchObject([{ fault: 'index.drifted', detail: { missing: 1, extra: 1 } }]);
    expect(await stateOf()).toMatchObject({ typesenseDrift: 2 });
    fixture.clock.at += 3_600_000;
    await feed();
    expect(await openFindings()).toEqual([]);
  });
});

describe('of another make', () => {
  it('is filled as a new generation while the old one answers, published, and the old one dropped', async () => {
    await switchTo(true);
    await feed();
    await fixture.read(tenantId, 'UPDATE hw.index_states SET typesense_version = 0');
    await tick(deps, INDEX_SWEEPS);
    const next = 'messages_000002';
    expect([...writer.generations.keys()]).toEqual([FIRST, next]);
    expect(await writer.currentGeneration()).toBe(FIRST);
    expect(await isComplete()).toBe(true);
    await tick(deps, INDEX_SWEEPS);
    await feed();
    expect(textsOf(FIRST)).toEqual(ALL);
    expect(textsOf(next)).toEqual(ALL);
    await say([message('m6', '第六条')]);
    await feed();
    expect(textsOf(FIRST)).toEqual(textsOf(next));
    await tick(deps, INDEX_SWEEPS);
    expect(await writer.currentGeneration()).toBe(next);
    await tick(deps, INDEX_SWEEPS);
    expect([...writer.generations.keys()]).toEqual([next]);
    await feed();
    expect(await stateOf()).toMatchObject({ typesenseFilled: [next] });
    expect(await isComplete()).toBe(true);
  });
});

describe('switched off', () => {
  it('nothing of the company stays there, and others keep theirs', async () => {
    await switchTo(true);
    await feed();
    const [one] = writer.ofTenant(FIRST, tenantId);
    if (one === undefined) throw new Error('nothing was put');
    const messageId = 'x' as MessageId;
    writer.generations.get(FIRST)?.set(messageId, { ...one, messageId, tenantId: 'other' as TenantId });
    await switchTo(false);
    expect(await isComplete()).toBe(false);
    await feed();
    expect(textsOf()).toEqual([]);
    expect(writer.generations.get(FIRST)?.size).toBe(1);
    expect(await stateOf()).toMatchObject({ typesenseOn: false, typesenseLeaving: false });
    expect(await within((tx) => findOpenIndexRun(tx, 'typesense'))).toBeUndefined();
    await say([message('m6', '第六条')]);
    await feed();
    expect(textsOf()).toEqual([]);
    expect(await within((tx) => countFeed(tx))).toMatchObject({ waiting: 0 });
  });

  it('goes on to take its messages out when the server was down', async () => {
    await switchTo(true);
    await feed();
    writer.isDown = true;
    await switchTo(false);
    await feed();
    expect(await stateOf()).toMatchObject({ typesenseLeaving: true });
    writer.isDown = false;
    fixture.clock.at += 600_000;
    await feed();
    expect(await stateOf()).toMatchObject({ typesenseLeaving: false });
    expect(textsOf()).toEqual([]);
  });
});
