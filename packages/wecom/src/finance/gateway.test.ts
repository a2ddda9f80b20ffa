import { createCipheriv } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { inspect } from 'node:util';
import { type CorpCredentials, FaultError } from '@highwater/domain';
import { describe, expect, it } from 'vitest';
import { createSimulatorFinanceGateway } from './create-simulator-finance-gateway.ts';
import { type SeenRequest, startStandInArchive } from './stand-in-archive.ts';

const corp: CorpCredentials = { corpId: 'ww0123456789abcdef', archiveSecret: `s${'ecret-&='.repeat(5)}xx` };
const AES_KEY_HEX = '00112233445566778899aabbccddeeff';
const SHARD = 524_288;

async function start({ timeoutMs = 2000 } = {}) {
  const archive = await startStandInArchive();
  const clock = { now: 1_794_500_000_000 };
  const gateway = createSimulatorFinanceGateway({ baseUrl: archive.baseUrl, timeoutMs, now: () => clock.now });
  return { archive, clock, gateway, [Symbol.asyncDispose]: () => archive.close() };
}

async function faultErrorOf(call: Promise<unknown>): Promise<FaultError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof FaultError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** protobuf {1: fileid, 2: authkey, 3: aeskey} in base64. */
function makeFileId(aesKeyHex = AES_KEY_HEX): string {
  const fields = ['a'.repeat(300), Buffer.from('47_1_2_1794500000').toString('base64'), aesKeyHex];
  const parts = fields.map((text, at) => {
    const size = text.length < 128 ? [text.length] : [(text.length & 127) | 128, text.length >> 7];
    return Buffer.concat([Uint8Array.of(((at + 1) << 3) | 2, ...size), Buffer.from(text)]);
  });
  return Buffer.concat(parts).toString('base64');
}

function atRest(file: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-128-ecb', Buffer.from(AES_KEY_HEX, 'hex'), null);
  return Buffer.concat([cipher.update(file), cipher.final()]);
}

function rangeOf(request: SeenRequest): [number, number] {
  const value = request.rawHeaders[request.rawHeaders.findIndex((name) => name.toLowerCase() === 'range') + 1] ?? '';
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(value) ?? [];
  return [Number(first), Number(last)];
}

const content = (bytes: Uint8Array) =>
  JSON.stringify({ errcode: 0, errmsg: 'ok', content: Buffer.from(bytes).toString('base64') });

function serveFile(file: Uint8Array, headerName = 'CONTENT-RANGE', unit = 'BYTES') {
  const sealed = atRest(file);
  return (request: SeenRequest) => (response: ServerResponse) => {
    const [first, askedLast] = rangeOf(request);
    const last = Math.min(askedLast, sealed.length - 1);
    response.setHeader(headerName, `${unit} ${first}-${last}/${sealed.length}`);
    response.end(content(sealed.subarray(first, last + 1)));
  };
}

describe('fetching pages', () => {
  it('asks for a token once, then for pages as the library does, and returns the bytes untouched', async () => {
    await using it = await start();
    const page = '{"errcode":0,"errmsg":"ok", "chatdata":[ {"seq":9007199254740993} ]}';
    it.archive.answerChat = () => page;
    expect(Buffer.from(await it.gateway.fetchPage(corp, 9007199254740993n, 1000)).toString()).toBe(page);
    await it.gateway.fetchPage(corp, 2n ** 63n, 1);
    const [token, first, second, ...more] = it.archive.seen;
    expect(more).toEqual([]);
    expect(token).toMatchObject({ method: 'GET', path: '/cgi-bin/gettoken', body: '' });
    expect(Object.fromEntries(token?.query ?? [])).toEqual({ corpid: corp.corpId, corpsecret: corp.archiveSecret });
    expect(first).toMatchObject({ method: 'POST', path: '/cgi-bin/message/getchatdata' });
    expect(first?.query.get('access_token')).toBe('token-1');
    expect(first?.body).toBe('{"seq":9007199254740993,"limit":1000,"version":3,"encrypt_sign":"simulated"}');
    expect(second?.body).toContain('"seq":-9223372036854775808,"limit":1,');
  });

  it('passes HTML, errors and empty bodies on, whatever the status', async () => {
    await using it = await start();
    for (const body of ['<html>', '', '{"errcode":301042,"errmsg":"x"}']) {
      it.archive.answerChat = () => (response) => {
        response.statusCode = 502;
        response.end(body);
      };
      expect(Buffer.from(await it.gateway.fetchPage(corp, 0n, 1)).toString()).toBe(body);
    }
  });

  it.each([0, 1001, 1.5])('refuses a limit of %d', async (limit) => {
    await using it = await start();
    await expect(it.gateway.fetchPage(corp, 0n, limit)).rejects.toThrow(RangeError);
    expect(it.archive.seen).toEqual([]);
  });
});

describe('access tokens', () => {
  it('are kept per corp and secret until their time is over', async () => {
    await using it = await start();
    let asked = 0;
    it.archive.answerToken = () => `{"errcode":0,"errmsg":"ok","access_token":"t${++asked}","expires_in":60}`;
    await it.gateway.fetchPage(corp, 0n, 1);
    it.clock.now += 59_999;
    await it.gateway.fetchPage(corp, 0n, 1);
    expect(asked).toBe(1);
    it.clock.now += 1;
    await it.gateway.fetchPage(corp, 0n, 1);
    expect(asked).toBe(2);
    await it.gateway.fetchPage({ ...corp, archiveSecret: 'other' }, 0n, 1);
    await it.gateway.fetchPage({ ...corp, corpId: 'wwother' }, 0n, 1);
    await it.gateway.fetchPage(corp, 0n, 1);
    expect(asked).toBe(4);
  });

  it('are asked for once by calls at the same time', async () => {
    await using it = await start();
    await Promise.all([1, 2, 3, 4].map((limit) => it.gateway.fetchPage(corp, 0n, limit)));
    expect(it.archive.seen.filter(({ path }) => path === '/cgi-bin/gettoken')).toHaveLength(1);
  });

  it.each([40014, 42001])('are dropped on %i and the call is repeated once', async (errcode) => {
    await using it = await start();
    let asked = 0;
    it.archive.answerToken = () => `{"errcode":0,"errmsg":"ok","access_token":"t${++asked}","expires_in":7200}`;
    it.archive.answerChat = ({ query }) =>
      query.get('access_token') === 't1' ? `{"errcode":${errcode},"errmsg":"x","chatdata":[]}` : 'a page';
    expect(Buffer.from(await it.gateway.fetchPage(corp, 0n, 1)).toString()).toBe('a page');
    it.archive.answerChat = () => `{"errcode":${errcode},"errmsg":"x","chatdata":[]}`;
    expect(Buffer.from(await it.gateway.fetchPage(corp, 0n, 1)).toString()).toContain(String(errcode));
    expect(it.archive.seen.filter(({ path }) => path !== '/cgi-bin/gettoken')).toHaveLength(4);
  });

  it('that were refused are not kept: the next call asks again', async () => {
    await using it = await start();
    const good = it.archive.answerToken;
    it.archive.answerToken = () => '{"errcode":-1,"errmsg":"system busy","access_token":"","expires_in":0}';
    expect((await faultErrorOf(it.gateway.fetchPage(corp, 0n, 1))).fault).toBe('wecom.busy');
    it.archive.answerToken = good;
    await expect(it.gateway.fetchPage(corp, 0n, 1)).resolves.toBeInstanceOf(Uint8Array);
  });

  it.each([
    [40001, 'secret.wrong'],
    [40013, 'corp_id.wrong'],
    [45009, 'wecom.throttled'],
    [48002, 'secret.wrong_kind'],
    [60020, 'ip.untrusted'],
    [12345, 'wecom.error'],
  ])('refused with %i are the fault %s', async (errcode, fault) => {
    await using it = await start();
    it.archive.answerToken = () =>
      JSON.stringify({ errcode, errmsg: `x, hint: [1_2_a], from ip: 192.0.2.1, more info at u` });
    const error = await faultErrorOf(it.gateway.fetchPage(corp, 0n, 1));
    expect([error.fault, error.detail]).toEqual([fault, { errcode, ip: '192.0.2.1', hint: '1_2_a' }]);
  });

  it.each(['', '<html>', '{}', '[]', '{"errcode":0}', '{"errcode":0,"access_token":"","expires_in":1}'])(
    'that are none (%j) are wecom.error',
    async (body) => {
      await using it = await start();
      it.archive.answerToken = () => body;
      expect((await faultErrorOf(it.gateway.fetchPage(corp, 0n, 1))).fault).toBe('wecom.error');
    },
  );
});

describe('probe', () => {
  it('asks for a new token and for messages behind all messages', async () => {
    await using it = await start();
    await it.gateway.fetchPage(corp, 0n, 1);
    await it.gateway.probe(corp);
    expect(it.archive.seen.map(({ path }) => path.split('/').at(-1))).toEqual([
      'gettoken',
      'getchatdata',
      'gettoken',
      'getchatdata',
    ]);
    expect(it.archive.seen[3]?.body).toContain('"seq":9223372036854775807,"limit":1,');
  });

  it.each([
    [301042, 'ip.untrusted'],
    [301052, 'archive.expired'],
    [301053, 'archive.not_opened'],
    [41001, 'wecom.token_refused'],
    [40014, 'wecom.token_refused'],
    [48002, 'secret.wrong_kind'],
  ])('turns errcode %i of the archive into %s with the address', async (errcode, fault) => {
    await using it = await start();
    it.archive.answerChat = () =>
      JSON.stringify({ errcode, errmsg: 'not match, hint: [1_2_a], from ip: 192.0.2.1, more info at u', chatdata: [] });
    const error = await faultErrorOf(it.gateway.probe(corp));
    expect([error.fault, error.detail]).toEqual([fault, { errcode, ip: '192.0.2.1', hint: '1_2_a' }]);
  });

  it('calls an answer that is none garbled', async () => {
    await using it = await start();
    it.archive.answerChat = () => '<html>';
    expect((await faultErrorOf(it.gateway.probe(corp))).fault).toBe('page.garbled');
  });
});

describe('fetching media', () => {
  it.each([0, 1, 15, 16, SHARD - 16, SHARD - 1, SHARD, SHARD + 1, 1_060_921])(
    'brings %i bytes back exactly',
    async (size) => {
      await using it = await start();
      const file = Buffer.alloc(size, 'media bytes ');
      it.archive.answerMedia = serveFile(file);
      const parts: Uint8Array[] = [];
      let index = '';
      for (let shards = 0, finished = false; !finished; shards += 1) {
        expect(shards).toBeLessThan(5);
        const shard = await it.gateway.fetchShard(corp, makeFileId(), index);
        expect(shard.bytes.length).toBeLessThanOrEqual(SHARD);
        parts.push(shard.bytes);
        ({ nextIndex: index, finished } = shard);
      }
      expect(index).toBe('');
      expect(Buffer.concat(parts).equals(file)).toBe(true);
    },
  );

  it('asks as the library does and hands the index on word for word', async () => {
    await using it = await start();
    it.archive.answerMedia = serveFile(Buffer.alloc(SHARD + 100));
    const first = await it.gateway.fetchShard(corp, makeFileId(), '');
    expect(first).toMatchObject({ finished: false, nextIndex: `Range:bytes=${SHARD}-${SHARD + 111}` });
    const second = await it.gateway.fetchShard(corp, makeFileId(), first.nextIndex);
    expect(second).toMatchObject({ finished: true, nextIndex: '' });
    const [, one, two] = it.archive.seen;
    expect(one).toMatchObject({ method: 'POST', path: '/cgi-bin/message/getchatmediadata' });
    expect(JSON.parse(one?.body ?? '')).toEqual({
      fileid: 'a'.repeat(300),
      authkey: Buffer.from('47_1_2_1794500000').toString('base64'),
      version: 3,
    });
    expect([one, two].map((request) => request && rangeOf(request))).toEqual([
      [0, SHARD - 1],
      [SHARD, SHARD + 111],
    ]);
  });

  it.each([
    ['Content-Range', 'BYTES'],
    ['CONTENT-RANGE', 'bytes'],
  ])('takes a shard with %s: %s for the last one, as the library does', async (headerName, unit) => {
    await using it = await start();
    it.archive.answerMedia = serveFile(Buffer.from('small'), headerName, unit);
    expect(await it.gateway.fetchShard(corp, makeFileId(), '')).toMatchObject({
      finished: true,
      bytes: Buffer.from('small'),
    });
    it.archive.answerMedia = serveFile(Buffer.alloc(SHARD * 2), headerName, unit);
    expect((await faultErrorOf(it.gateway.fetchShard(corp, makeFileId(), ''))).fault).toBe('media.undecryptable');
  });

  it.each(['bytes=0-15', 'Range:bytes=0-14', 'Range:bytes=16-0', 'Range: bytes=0-15', 'undefined'])(
    'refuses the index %j without asking',
    async (index) => {
      await using it = await start();
      expect((await faultErrorOf(it.gateway.fetchShard(corp, makeFileId(), index))).fault).toBe('internal');
      expect(it.archive.seen).toEqual([]);
    },
  );

  it.each([
    ['nothing', '', 'media.bad_id'],
    ['a word', 'not base64', 'media.bad_id'],
    ['a cut id', makeFileId().slice(0, 100), 'media.bad_id'],
    ['another message', Buffer.from([8, 1]).toString('base64'), 'media.bad_id'],
    ['an id without key', Buffer.from([10, 1, 97, 18, 1, 97]).toString('base64'), 'media.bad_id'],
    ['a key that is no key', makeFileId('zz'), 'media.undecryptable'],
  ])('refuses %s as sdkfileid', async (_, sdkfileid, fault) => {
    await using it = await start();
    expect((await faultErrorOf(it.gateway.fetchShard(corp, sdkfileid, ''))).fault).toBe(fault);
  });

  it.each([
    ['errcode 10010', '{"errcode":10010,"errmsg":"data expired"}', 'media.expired'],
    ['errcode 10005', '{"errcode":10005,"errmsg":"x"}', 'media.bad_id'],
    ['errcode 10006', '{"errcode":10006,"errmsg":"x"}', 'media.undecryptable'],
    ['errcode 301042', '{"errcode":301042,"errmsg":"x"}', 'ip.untrusted'],
    ['errcode -1', '{"errcode":-1,"errmsg":"x"}', 'wecom.busy'],
    ['another errcode', '{"errcode":40058,"errmsg":"x"}', 'media.interrupted'],
    ['HTML', '<html>', 'media.interrupted'],
    ['a cut answer', '{"errcode":0,"content":"AAAA', 'media.interrupted'],
    ['no content', '{"errcode":0,"errmsg":"ok"}', 'media.interrupted'],
    ['no base64', '{"errcode":0,"errmsg":"ok","content":"!!!!"}', 'media.interrupted'],
    ['part of a block', content(Buffer.alloc(17)), 'media.undecryptable'],
    ['wrong padding', content(Buffer.alloc(32)), 'media.undecryptable'],
  ])('turns %s into its fault', async (_, body, fault) => {
    await using it = await start();
    it.archive.answerMedia = () => body;
    expect((await faultErrorOf(it.gateway.fetchShard(corp, makeFileId(), ''))).fault).toBe(fault);
  });

  it('refuses a range that was not asked for or does not fit its bytes', async () => {
    await using it = await start();
    for (const range of ['BYTES 16-31/64', 'BYTES 0-31/64', 'BYTES 0-15/15']) {
      it.archive.answerMedia = () => (response) => {
        response.setHeader('CONTENT-RANGE', range);
        response.end(content(Buffer.alloc(16)));
      };
      expect((await faultErrorOf(it.gateway.fetchShard(corp, makeFileId(), ''))).fault).toBe('media.interrupted');
    }
  });

  it('gets a new token when its own is refused', async () => {
    await using it = await start();
    const serve = serveFile(Buffer.from('small'));
    let refusals = 1;
    it.archive.answerMedia = (request) => (refusals-- > 0 ? '{"errcode":42001,"errmsg":"x"}' : serve(request));
    expect((await it.gateway.fetchShard(corp, makeFileId(), '')).finished).toBe(true);
  });
});

describe('failures of the network', () => {
  it('are wecom.unreachable: nobody there, a dropped connection, a short body, no answer in time', async () => {
    await using it = await start({ timeoutMs: 150 });
    await it.gateway.fetchPage(corp, 0n, 1);
    const faults: string[] = [];
    it.archive.answerChat = () => (response) => response.destroy();
    faults.push((await faultErrorOf(it.gateway.fetchPage(corp, 0n, 1))).fault);
    it.archive.answerChat = () => (response) => {
      response.setHeader('content-length', '100');
      response.write('{"err', () => response.destroy());
    };
    faults.push((await faultErrorOf(it.gateway.fetchPage(corp, 0n, 1))).fault);
    it.archive.answerChat = () => () => undefined;
    faults.push((await faultErrorOf(it.gateway.fetchPage(corp, 0n, 1))).fault);
    await it.archive.close();
    faults.push((await faultErrorOf(it.gateway.fetchPage(corp, 0n, 1))).fault);
    expect(faults).toEqual(Array.from({ length: 4 }, () => 'wecom.unreachable'));
  });

  it('and all refusals quote no secret, token, file key or address', async () => {
    await using it = await start({ timeoutMs: 150 });
    const fileId = makeFileId();
    const errors: FaultError[] = [];
    const collect = async () => {
      errors.push(await faultErrorOf(it.gateway.probe(corp)));
      errors.push(await faultErrorOf(it.gateway.fetchShard(corp, fileId, '')));
    };
    const quoting = `quoting ${corp.archiveSecret} token-1 ${fileId} ${AES_KEY_HEX} ${it.archive.baseUrl}`;
    it.archive.answerChat = it.archive.answerMedia = () => JSON.stringify({ errcode: 40001, errmsg: quoting });
    await collect();
    it.archive.answerChat = it.archive.answerMedia = () => `<html>${quoting}`;
    await collect();
    it.archive.answerChat = it.archive.answerMedia = () => (response) => response.destroy();
    await collect();
    it.archive.answerToken = () => `{"errcode":0,"errmsg":"${quoting}`;
    errors.push(await faultErrorOf(it.gateway.probe(corp)));
    await it.archive.close();
    errors.push(await faultErrorOf(it.gateway.probe(corp)));
    errors.push(await faultErrorOf(it.gateway.fetchShard(corp, `${fileId}!`, '')));

    expect(errors).toHaveLength(9);
    const { host, port } = new URL(it.archive.baseUrl);
    const secrets = [corp.archiveSecret, encodeURIComponent(corp.archiveSecret), corp.corpId, 'token-1', AES_KEY_HEX];
    for (const error of errors) {
      const shown = inspect({ ...error, message: error.message, cause: error.cause }, { depth: 10, showHidden: true });
      for (const secret of [...secrets, fileId.slice(0, 40), host, `:${port}`, 'cgi-bin', 'http']) {
        // Stacks name source files, which is no secret.
        expect(shown.replaceAll(/\n\s+at .*/g, '')).not.toContain(secret);
      }
    }
  });
});

it.each(['https://127.0.0.1:1', 'http://qyapi.weixin.qq.com', 'http://192.0.2.1', 'ftp://localhost', 'nonsense'])(
  'the gateway refuses %s: it speaks to the simulator on this machine only',
  (baseUrl) => {
    expect(() => createSimulatorFinanceGateway({ baseUrl, timeoutMs: 1, now: () => 0 })).toThrow('this machine only');
  },
);
