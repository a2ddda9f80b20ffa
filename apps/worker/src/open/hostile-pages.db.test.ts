import fc from 'fast-check';
import type { ConnectionId, TenantId } from '@highwater/domain';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createChainFixture, type ChainFixture } from '../testing/chain-fixture.ts';
import { checkLedger } from '../testing/check-ledger.ts';
import { pullArchive } from '../pull/pull-archive.ts';

let fixture: ChainFixture;
let tenantId: TenantId;
let connectionId: ConnectionId;
let key: { publicPem: string; version: number };
/** Numbers used so far: every example goes on where the one before ended. */
let last = 0n;

beforeAll(async () => {
  fixture = await createChainFixture(inject('superuser'));
  tenantId = await fixture.makeTenant();
  const connected = await fixture.connect(tenantId);
  connectionId = connected.connectionId;
  key = { publicPem: connected.publicPem, version: 1 };
});
afterAll(() => fixture.close());

const text = (n: bigint) =>
  JSON.stringify({
    msgid: `${n}_1794500076174`,
    action: 'send',
    from: 'LinXiaoyu',
    tolist: ['ZhaoKai'],
    msgtime: 1_794_500_000_000 + Number(n),
    msgtype: 'text',
    text: { content: '好' },
  });

const bytes = fc.uint8Array({ maxLength: 80 }).map((some) => Buffer.from(some));
const value = fc.jsonValue({ maxDepth: 3 });
// Nothing that is another number, or the end of the list: that is another page, not a damaged one.
const notANumber = (some: Buffer) => !/"seq"|\]\s*,/.test(some.toString('latin1'));
/** Bytes in place of an envelope; `seq` is the number it should have. */
const envelope = fc.oneof(
  bytes.filter(notANumber).map((some) => () => some),
  value.map((some) => () => Buffer.from(JSON.stringify(some))).filter((make) => notANumber(make())),
  fc
    .record({ msgid: value, publickey_ver: value, encrypt_random_key: value, encrypt_chat_msg: value })
    .map((fields) => (seq: bigint) => Buffer.from(`{"seq":${seq},${JSON.stringify(fields).slice(1)}`)),
  bytes
    .filter(notANumber)
    .map((some) => (seq: bigint) => Buffer.concat([Buffer.from(`{"seq":${seq},"msgid":"`), some])),
);
const plaintext = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc
    .record({
      msgtype: fc.constantFrom('text', 'chatrecord', 'agree', 'vote', 'x'),
      rest: fc.dictionary(fc.string(), value),
    })
    .map(({ msgtype, rest }) =>
      Buffer.from(JSON.stringify({ action: 'send', from: 'a', tolist: ['b'], msgtype, [msgtype]: rest, ...rest })),
    ),
);

const stateOf = async (seqs: readonly bigint[]) =>
  (
    await fixture.read<{ seq: string; state: string }>(
      tenantId,
      'SELECT seq, state FROM hw.envelopes WHERE seq = ANY($1::numeric[]) ORDER BY hw.envelopes.seq',
      [seqs.map(String)],
    )
  ).map(({ seq, state }) => `${seq} ${state}`);

it('any bytes in place of a page, an envelope or a plaintext cost themselves and never the rest', async () => {
  await fc.assert(
    fc.asyncProperty(envelope, bytes, plaintext, fc.nat(2), async (damage, page, odd, place) => {
      const [one, damaged, two] = [last + 2n, last + 5n, last + 8n];
      last = two;
      fixture.finance.archive([text(one)], key, { seq: one });
      fixture.finance.archive([odd], key, { seq: two });
      const entries = fixture.finance.envelopes.slice(-2).map(({ json }) => Buffer.from(json));
      entries.splice(place, 0, damage(place === 1 ? damaged : place === 0 ? one - 1n : two + 1n));
      if (place === 2) last += 1n;
      const list = Buffer.concat(entries.flatMap((entry, at) => (at === 0 ? [entry] : [Buffer.from(','), entry])));
      const answer = Buffer.concat([Buffer.from('{"errcode":0,"errmsg":"ok","chatdata":['), list, Buffer.from(']}')]);
      fixture.finance.answers.push(page, answer, answer, answer, answer);
      // The bytes in place of a page, three times the same damage without a number, and the page that is then kept.
      for (let n = 0; n < 5; n += 1) await pullArchive(fixture.deps, tenantId, connectionId);
      fixture.finance.answers.length = 0;
      await fixture.drain(['open-page']);
      const states = await stateOf([one, two]);
      expect(states[0]).toBe(`${one} opened`);
      expect(states[1]).toMatch(new RegExp(`^${two} (?:opened|unreadable)$`));
      expect(states).toHaveLength(2);
    }),
    { numRuns: 60 },
  );
  const wrong = await checkLedger(fixture, tenantId, connectionId);
  // The fake's own list does not know the damaged entries that had a number.
  expect(wrong.filter((sentence) => !/envelopes are stored/.test(sentence))).toEqual([]);
}, 120_000);

it('entries without a number are asked for again before their page is kept, with a finding', async () => {
  const one = last + 1n;
  last = one;
  fixture.finance.archive([text(one)], key, { seq: one });
  const json = fixture.finance.envelopes.at(-1)?.json ?? '';
  const spoiled = `{"errcode":0,"errmsg":"ok","chatdata":[{"msgid":"lost"},${json}]}`;
  const open = (fault: string) =>
    fixture.read<{ count: number; detail: object }>(
      tenantId,
      'SELECT count, detail FROM hw.findings WHERE fault = $1 AND resolved_at IS NULL',
      [fault],
    );
  const before = await open('envelope.unreadable');
  for (let asked = 1; asked <= 3; asked += 1) {
    fixture.finance.answers.push(spoiled);
    await pullArchive(fixture.deps, tenantId, connectionId);
    expect(await open('page.garbled')).toMatchObject([{ count: asked, detail: { unnumbered: 1, same: asked } }]);
  }
  fixture.finance.answers.push(spoiled);
  await pullArchive(fixture.deps, tenantId, connectionId);
  await fixture.drain(['open-page']);
  expect(await open('page.garbled')).toEqual([]);
  expect(await open('envelope.unreadable')).toHaveLength(before.length + 1);
  expect(await stateOf([one])).toEqual([`${one} opened`]);

  // A fault that passes costs nothing.
  const two = last + 1n;
  last = two;
  fixture.finance.archive([text(two)], key, { seq: two });
  fixture.finance.answers.push(spoiled.replace(json, fixture.finance.envelopes.at(-1)?.json ?? ''));
  await pullArchive(fixture.deps, tenantId, connectionId);
  await pullArchive(fixture.deps, tenantId, connectionId);
  await fixture.drain(['open-page']);
  expect(await stateOf([two])).toEqual([`${two} opened`]);
  expect(await open('envelope.unreadable')).toHaveLength(before.length + 1);
});
