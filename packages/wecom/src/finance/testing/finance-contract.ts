import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../page/read-page.ts';
import { faultErrorOf } from './fault-error-of.ts';
import { openContractBench, type Adapter, type ContractBench } from './open-contract-bench.ts';

const SHARD = 524_288;
const RETENTION_MS = 5 * 86_400_000;
const NETWORK_TEST_MS = 20_000;

function textMessages(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, at) =>
    Buffer.from(JSON.stringify({ msgid: `m${at}_${randomBytes(4).toString('hex')}`, msgtype: 'text', text: '苹果' })),
  );
}

/** Fetches a file shard by shard and repeats a shard once after `onFailure` allowed it. */
async function fetchFile(bench: ContractBench, sdkfileid: string): Promise<{ bytes: Buffer; sizes: number[] }> {
  const parts: Uint8Array[] = [];
  let index = '';
  for (let finished = false; !finished;) {
    expect(parts.length).toBeLessThan(6);
    const shard = await bench.gateway.fetchShard(bench.credentials, sdkfileid, index);
    parts.push(shard.bytes);
    ({ nextIndex: index, finished } = shard);
  }
  expect(index).toBe('');
  return { bytes: Buffer.concat(parts), sizes: parts.map((part) => part.length) };
}

/** What every FinanceGateway keeps, whichever way it speaks to WeCom. */
export function describeFinanceContract(name: string, adapter: Adapter): void {
  const open = (newCorp = {}): Promise<ContractBench> => openContractBench(adapter, newCorp);

  describe(`pages by ${name}`, () => {
    it('are the envelopes after a number, at most so many, oldest first', async () => {
      await using bench = await open();
      const seqs = bench.corp.archive(textMessages(25));
      const read = async (after: bigint, limit: number) =>
        readPage(await bench.gateway.fetchPage(bench.credentials, after, limit)).envelopes.map(({ seq }) => seq);
      expect(await read(0n, 1000)).toEqual(seqs);
      expect(await read(0n, 10)).toEqual(seqs.slice(0, 10));
      expect(await read(seqs[9] ?? 0n, 10)).toEqual(seqs.slice(10, 20));
      expect(await read(seqs[24] ?? 0n, 1)).toEqual([]);
    });

    it.each([2n ** 53n, 2n ** 63n + 5n, 2n ** 64n - 10_000n])('count beyond %i exactly', async (startSeq) => {
      await using bench = await open({ startSeq });
      const seqs = bench.corp.archive(textMessages(3));
      const page = await bench.gateway.fetchPage(bench.credentials, startSeq, 1000);
      expect(readPage(page).envelopes.map(({ seq }) => seq)).toEqual(seqs);
      const rest = await bench.gateway.fetchPage(bench.credentials, seqs[1] ?? 0n, 1000);
      expect(readPage(rest).envelopes.map(({ seq }) => seq)).toEqual(seqs.slice(2));
    });

    it('of a thousand messages and of large ones come whole', async () => {
      await using bench = await open();
      const large = Buffer.from(JSON.stringify({ msgid: 'large', text: '长'.repeat(1_700_000) }));
      const plaintexts = [...textMessages(999), large];
      // A request may take a second, and sealing all of them within it takes a quiet machine.
      bench.corp.sealAhead(plaintexts);
      const seqs = bench.corp.archive(plaintexts);
      const page = readPage(await bench.gateway.fetchPage(bench.credentials, 0n, 1000));
      expect(page.envelopes.map(({ seq }) => seq)).toEqual(seqs);
      expect(page.envelopes.at(-1)?.encryptChatMsg.length).toBeGreaterThan(5_000_000);
    });

    it('come byte for byte, whatever form "nothing more" has and whatever the status', async () => {
      await using bench = await open();
      const fetch = async () => Buffer.from(await bench.gateway.fetchPage(bench.credentials, 0n, 10)).toString();
      expect(await fetch()).toBe('{"errcode":0,"errmsg":"ok","chatdata":[]}');
      bench.corp.faults.plan({ on: 'chat', kind: 'chatdata_null', times: 1 });
      expect(await fetch()).toBe('{"errcode":0,"errmsg":"ok","chatdata":null}');
      bench.corp.faults.plan({ on: 'chat', kind: 'chatdata_missing', times: 1 });
      expect(await fetch()).toBe('{"errcode":0,"errmsg":"ok"}');
      bench.corp.faults.plan({ on: 'chat', kind: 'http_500', times: 1 });
      expect(await fetch()).toBe('<html><body>500 Internal Server Error</body></html>');
      bench.corp.faults.plan({ on: 'chat', kind: 'garbled', times: 1 });
      expect(await fetch()).toBe('{"errcode":0,"errmsg":"ok","chatdata":[{"seq":1,"msgid":"');
    });

    it.each([
      [301042, 'ip.untrusted'],
      [301052, 'archive.expired'],
      [301053, 'archive.not_opened'],
      [48002, 'secret.wrong_kind'],
      [-1, 'wecom.busy'],
      [40014, 'wecom.token_refused'],
      [41001, 'wecom.token_refused'],
      [42001, 'wecom.token_refused'],
    ])('with errcode %i are handed on, and reading them says %s', async (errcode, fault) => {
      await using bench = await open();
      bench.corp.faults.plan({ on: 'chat', kind: 'errcode', errcode, times: 2 });
      const page = bench.gateway.fetchPage(bench.credentials, 0n, 10).then(readPage);
      const error = await faultErrorOf(page);
      expect(error).toMatchObject({ fault, detail: { errcode, ip: '127.0.0.1' } });
    });

    it.each([0, 1001, 1.5])('of %d are not asked for', async (limit) => {
      await using bench = await open();
      await expect(bench.gateway.fetchPage(bench.credentials, 0n, limit)).rejects.toThrow(RangeError);
    });

    it.each([45009, 45033])('refused with %i let no call through for a while', async (errcode) => {
      await using bench = await open();
      const fetch = () => bench.gateway.fetchPage(bench.credentials, 0n, 10);
      bench.corp.faults.plan({ on: 'chat', kind: 'errcode', errcode, times: 1 });
      const first = await faultErrorOf(fetch());
      expect(first).toMatchObject({ fault: 'wecom.throttled', detail: { errcode } });
      expect(Number(first.detail['retryAfterSeconds'])).toBeGreaterThanOrEqual(5);
      if (errcode === 45009) expect(await faultErrorOf(fetch())).toMatchObject({ fault: 'wecom.throttled' });
    });
  });

  describe(`the access token by ${name}`, () => {
    it('is replaced when WeCom refuses it before its time', async () => {
      await using bench = await open();
      const seqs = bench.corp.archive(textMessages(2));
      await bench.gateway.fetchPage(bench.credentials, 0n, 10);
      bench.clock.now += 7_200_001;
      const page = readPage(await bench.gateway.fetchPage(bench.credentials, 0n, 10));
      expect(page.envelopes.map(({ seq }) => seq)).toEqual(seqs);
    });

    it('of other credentials is another one', async () => {
      await using bench = await open();
      const wrong = { ...bench.credentials, archiveSecret: 'w'.repeat(43) };
      const fetch = (corp: typeof wrong) => bench.gateway.fetchPage(corp, 0n, 10);
      expect(await faultErrorOf(fetch(wrong))).toMatchObject({ fault: 'secret.wrong', detail: { errcode: 40001 } });
      expect(readPage(await fetch(bench.credentials)).envelopes).toEqual([]);
      expect((await faultErrorOf(fetch(wrong))).fault).toBe('secret.wrong');
      const other = { ...bench.credentials, corpId: 'ww0000000000000000' };
      expect((await faultErrorOf(fetch(other))).fault).toBe('corp_id.wrong');
      const second = bench.simulator.corps.add({ name: '另一家' });
      second.setTrustedIps(['127.0.0.1']);
      const otherCorp = { corpId: second.corpId, archiveSecret: second.archiveSecret };
      expect(readPage(await fetch(otherCorp)).envelopes).toEqual([]);
    });

    it.each([
      ['errcode', -1, 'wecom.busy'],
      ['errcode', 40001, 'secret.wrong'],
      ['errcode', 60020, 'ip.untrusted'],
      ['errcode', 48002, 'secret.wrong_kind'],
      ['http_500', 0, 'wecom.error'],
      ['garbled', 0, 'wecom.error'],
      ['drop', 0, 'wecom.unreachable'],
    ] as const)('that does not come (%s %i) is %s, and the next call asks again', async (kind, errcode, fault) => {
      await using bench = await open();
      bench.corp.faults.plan({ on: 'token', kind, errcode, times: 1 });
      const fetch = () => bench.gateway.fetchPage(bench.credentials, 0n, 10);
      expect((await faultErrorOf(fetch())).fault).toBe(fault);
      expect(readPage(await fetch()).envelopes).toEqual([]);
    });
  });

  describe(`probing by ${name}`, () => {
    it('proves today’s secret and address, not yesterday’s', async () => {
      await using bench = await open();
      const probe = () => bench.gateway.probe(bench.credentials);
      await probe();
      await bench.gateway.fetchPage(bench.credentials, 0n, 1);
      bench.corp.faults.plan({ on: 'token', kind: 'errcode', errcode: 40001, times: 1 });
      expect((await faultErrorOf(probe())).fault).toBe('secret.wrong');
      bench.corp.setTrustedIps(['192.0.2.1']);
      expect(await faultErrorOf(probe())).toMatchObject({ fault: 'ip.untrusted', detail: { ip: '127.0.0.1' } });
      bench.corp.setTrustedIps(['127.0.0.1']);
      bench.corp.setArchiveState('expired');
      expect((await faultErrorOf(probe())).fault).toBe('archive.expired');
      bench.corp.setArchiveState('opened');
      await probe();
    });
  });

  describe(`files by ${name}`, () => {
    it.each([0, 1, 15, 16, SHARD - 16, SHARD - 1, SHARD, SHARD + 1, 2 * SHARD, 1_060_921])(
      'of %i bytes come exactly, in shards',
      async (size) => {
        await using bench = await open();
        const file = randomBytes(size);
        const { bytes, sizes } = await fetchFile(bench, bench.corp.addMedia(file).sdkfileid);
        expect(bytes.equals(file)).toBe(true);
        // At rest there is padding: a file of whole shards has one more, which is empty.
        expect(sizes).toHaveLength(Math.floor(size / SHARD) + 1);
      },
    );

    it.each([
      ['http_500', 0, 'media.interrupted'],
      ['garbled', 0, 'media.interrupted'],
      ['drop', 0, 'wecom.unreachable'],
      ['errcode', -1, 'wecom.busy'],
      ['errcode', 40058, 'media.interrupted'],
    ] as const)(
      'whose second shard fails (%s %i) say %s and go on with the same shard',
      async (kind, errcode, fault) => {
        await using bench = await open();
        const file = randomBytes(SHARD + 1000);
        const { sdkfileid } = bench.corp.addMedia(file);
        const first = await bench.gateway.fetchShard(bench.credentials, sdkfileid, '');
        bench.corp.faults.plan({ on: 'media', kind, errcode, shard: 1, times: 1 });
        const second = () => bench.gateway.fetchShard(bench.credentials, sdkfileid, first.nextIndex);
        expect((await faultErrorOf(second())).fault).toBe(fault);
        const { bytes, finished } = await second();
        expect(finished).toBe(true);
        expect(Buffer.concat([first.bytes, bytes]).equals(file)).toBe(true);
      },
    );

    it('whose token is refused are asked for again with a new one', async () => {
      await using bench = await open();
      const file = randomBytes(100);
      const { sdkfileid } = bench.corp.addMedia(file);
      await bench.gateway.fetchShard(bench.credentials, sdkfileid, '');
      bench.clock.now += 7_200_001;
      const { bytes } = await bench.gateway.fetchShard(bench.credentials, sdkfileid, '');
      expect(createHash('md5').update(bytes).digest('hex')).toBe(createHash('md5').update(file).digest('hex'));
    });

    it('that WeCom no longer has, or never had, say so', async () => {
      await using bench = await open();
      const { sdkfileid } = bench.corp.addMedia(randomBytes(10));
      const fetch = (id: string) => faultErrorOf(bench.gateway.fetchShard(bench.credentials, id, ''));
      for (const id of ['', ' ', 'not base64', sdkfileid.slice(0, 41)]) {
        expect((await fetch(id)).fault).toBe('media.bad_id');
      }
      bench.corp.setTrustedIps([]);
      expect(await fetch(sdkfileid)).toMatchObject({ fault: 'ip.untrusted', detail: { ip: '127.0.0.1' } });
      bench.corp.setTrustedIps(['127.0.0.1']);
      bench.clock.now += RETENTION_MS + 1000;
      expect((await fetch(sdkfileid)).fault).toBe('media.expired');
    });

    it.each(['bytes=0-15', 'Range:bytes=0-14', 'Range:bytes=16-0', 'undefined'])(
      'are not asked for by the index %j',
      async (index) => {
        await using bench = await open();
        const { sdkfileid } = bench.corp.addMedia(randomBytes(10));
        const error = await faultErrorOf(bench.gateway.fetchShard(bench.credentials, sdkfileid, index));
        expect(error.fault).toBe('internal');
      },
    );
  });

  describe(`failures of the network by ${name}`, () => {
    it(
      'are wecom.unreachable: a cut connection, silence, nobody there; then it works again',
      async () => {
        await using bench = await open();
        const fetch = () => bench.gateway.fetchPage(bench.credentials, 0n, 10);
        await fetch();
        bench.corp.faults.plan({ on: 'chat', kind: 'drop', times: 1 });
        expect((await faultErrorOf(fetch())).fault).toBe('wecom.unreachable');
        bench.corp.faults.plan({ on: 'chat', kind: 'delay', delayMs: 8000, times: 1 });
        expect((await faultErrorOf(fetch())).fault).toBe('wecom.unreachable');
        bench.corp.faults.clear();
        expect(readPage(await fetch()).envelopes).toEqual([]);
        await bench.simulator.stop();
        expect((await faultErrorOf(fetch())).fault).toBe('wecom.unreachable');
      },
      NETWORK_TEST_MS,
    );
  });
}
