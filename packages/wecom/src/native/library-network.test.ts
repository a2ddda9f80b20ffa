import { createCipheriv } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildHelper } from './compile/index.ts';
import { createHelperPool } from './create-helper-pool.ts';
import { COMPILERS, MISSING_COMPILERS } from './testing/compilers.ts';
import { placeStandIn } from './testing/place-stand-in.ts';
import { startConnectServer } from './testing/start-connect-server.ts';

const CORP = { corpId: 'ww0123456789abcdef', archiveSecret: 'secret-of-the-corp' };
const AES_KEY_HEX = '00112233445566778899aabbccddeeff';
const SHARD = 524_288;

function answer(body: string, headers = ''): string {
  return `HTTP/1.0 200 OK\r\n${headers}Content-Length: ${Buffer.byteLength(body, 'latin1')}\r\n\r\n${body}`;
}

const token = (text: string) => answer(`{"errcode":0,"errmsg":"ok","access_token":"${text}","expires_in":7200}`);

/** protobuf {1: fileid, 2: authkey, 3: aeskey} in base64. */
function makeFileId(): string {
  const fields = ['file-id', 'auth-key', AES_KEY_HEX];
  const parts = fields.map((text, at) => [Buffer.from([((at + 1) << 3) | 2, text.length]), Buffer.from(text)]);
  return Buffer.concat(parts.flat()).toString('base64');
}

async function start(hostName?: string) {
  const standIn = await placeStandIn();
  const server = await startConnectServer(hostName);
  const pool = createHelperPool({
    program: await buildHelper(),
    library: standIn.path,
    pinnedHashes: [standIn.sha256],
    graceMs: 2000,
  });
  const lease = await pool.lease(CORP);
  const proxy = { address: server.address, login: 'pass:word' };
  return {
    standIn,
    server,
    chat: (seq = 0n, timeout = 5) => lease.chat(seq, 100, proxy, timeout),
    media: (index = '') => lease.media(makeFileId(), index, proxy, 5),
    async [Symbol.asyncDispose]() {
      lease.end();
      await pool.close();
      await server.close();
      await standIn[Symbol.asyncDispose]();
    },
  };
}

it.each(MISSING_COMPILERS)('nothing of this ran: there is no %s here', () => {
  expect(COMPILERS).toEqual([]);
});

describe.each(COMPILERS)('the stand-in library, compiled by %s, on the network', { timeout: 60_000 }, () => {
  it('asks through the proxy as the vendor’s does: token first, then the page, and hands the bytes on', async () => {
    await using it = await start();
    const page = '{"errcode":0,"errmsg":"ok","chatdata":[ ]} ';
    it.server.answer = (request) => (request.startsWith('GET') ? token('token-1') : answer(page));
    const first = await it.chat(2n ** 63n);
    expect([first.code, Buffer.from(first.bytes).toString()]).toEqual([0, page]);
    await it.chat(7n);
    const login = `Basic ${Buffer.from('pass:word').toString('base64')}`;
    expect(it.server.connects).toEqual(Array(3).fill(`qyapi.weixin.qq.com:443 ${login}`));
    const body = '{"seq":-9223372036854775808,"limit":100,"version":3,"encrypt_sign":"stand-in"}';
    expect(it.server.requests.slice(0, 2)).toEqual([
      `GET /cgi-bin/gettoken?corpid=${CORP.corpId}&corpsecret=${CORP.archiveSecret} HTTP/1.0\r\n` +
        'Host: qyapi.weixin.qq.com\r\nAccept: */*\r\n\r\n',
      'POST /cgi-bin/message/getchatdata?access_token=token-1 HTTP/1.0\r\n' +
        'Host: qyapi.weixin.qq.com\r\nAccept: */*\r\n' +
        `Content-Length: ${body.length}\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n${body}`,
    ]);
    expect(it.server.requests[2]).toContain('{"seq":7,');
  });

  it('passes errors, HTML and chunks on, ignores the token’s errcode and keeps a refused token', async () => {
    await using it = await start();
    let tokens = 0;
    const refusal = '{"errcode":0,"errmsg":"x"}'.replace('0', '60020');
    const bodies = ['{"errcode":41001,"errmsg":"x"}', '<html>', '{"errcode":42001,"errmsg":"x"}', 'after'];
    const chunked = 'HTTP/1.1 500 No\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nlast\r\n1\r\n!\r\n0\r\n\r\n';
    it.server.answer = (request) => {
      if (!request.startsWith('GET')) return bodies.length === 0 ? chunked : answer(bodies.shift() ?? '');
      tokens += 1;
      return tokens === 1 ? answer(refusal) : token('token-2');
    };
    const seen: string[] = [];
    for (let call = 0; call < 5; call += 1) {
      const { code, bytes } = await it.chat();
      seen.push(`${code} ${Buffer.from(bytes)}`);
    }
    expect(seen).toEqual([
      '0 {"errcode":41001,"errmsg":"x"}',
      '0 <html>',
      '0 {"errcode":42001,"errmsg":"x"}',
      '0 after',
      '0 last!',
    ]);
    expect(tokens).toBe(2);
    expect(it.server.requests[1]).toContain('access_token= HTTP');
  });

  it.each([
    ['an empty reply', ''],
    ['HTML', '<html>'],
    ['a field that it does not know', '{"errcode":0,"errmsg":"ok","access_token":"t","expires_in":1,"more":1}'],
    ['a wrong type', '{"errcode":0,"errmsg":"ok","access_token":1,"expires_in":1}'],
  ])('is aborted by %s to its token call, unless told otherwise', async (_, body) => {
    await using it = await start();
    it.server.answer = () => answer(body);
    await expect(it.chat()).rejects.toMatchObject({ fault: 'helper.died', detail: { signal: 'SIGABRT' } });
    await it.standIn.control('GetChatData.abort_on_odd_token 0');
    expect((await it.chat()).code).toBe(10_002);
  });

  it('gives 10001 for another host’s certificate, a short body and no answer in time', async () => {
    await using other = await start('example.org');
    other.server.answer = () => token('t');
    expect((await other.chat()).code).toBe(10_001);
    expect(other.server.requests).toEqual([]);

    await using it = await start();
    it.server.answer = () => 'HTTP/1.0 200 OK\r\nContent-Length: 99\r\n\r\n{"err';
    expect((await it.chat()).code).toBe(10_001);
    it.server.answer = () => undefined;
    expect((await it.chat(0n, 1)).code).toBe(10_001);
  });

  it.each([0, 1, 16, SHARD - 16, SHARD, SHARD * 2 + 5])('brings a file of %i bytes in pieces', async (size) => {
    await using it = await start();
    const file = Buffer.alloc(size, 'media bytes ');
    const cipher = createCipheriv('aes-128-ecb', Buffer.from(AES_KEY_HEX, 'hex'), null);
    const sealed = Buffer.concat([cipher.update(file), cipher.final()]);
    it.server.answer = (request) => {
      if (request.startsWith('GET')) return token('t');
      const [, from, to] = /\r\nRange:bytes=(\d+)-(\d+)\r\n/.exec(request) ?? [];
      const last = Math.min(Number(to), sealed.length - 1);
      const content = sealed.subarray(Number(from), last + 1).toString('base64');
      const range = `CONTENT-RANGE: BYTES ${from}-${last}/${sealed.length}\r\n`;
      return answer(`{"errcode":0,"errmsg":"ok","content":"${content}"}`, range);
    };
    const parts: Uint8Array[] = [];
    let piece = await it.media();
    for (parts.push(piece.bytes); !piece.finished; parts.push(piece.bytes)) piece = await it.media(piece.nextIndex);
    expect(piece).toMatchObject({ code: 0, nextIndex: '' });
    expect(Buffer.concat(parts).equals(file)).toBe(true);
    expect(it.server.requests[1]).toContain('{"fileid":"file-id","authkey":"auth-key","version":3}');
  });

  it('answers media as measured: 10000, 10002, 10003, 10006, and a range in small letters as the last piece', async () => {
    await using it = await start();
    const codes: number[] = [];
    const block = Buffer.alloc(32).toString('base64');
    for (const body of [
      '<html>',
      '{"errcode":41001,"errmsg":"x"}',
      '{"errcode":0,"more":1}',
      '{"errcode":0,"errmsg":"ok"}',
      `{"errcode":0,"errmsg":"ok","content":"${block}"}`,
    ]) {
      it.server.answer = (request) =>
        request.startsWith('GET') ? token('t') : answer(body, 'Content-Range: bytes 0-31/64\r\n');
      codes.push((await it.media()).code);
    }
    codes.push((await it.media('Range:bytes=0-14')).code, (await it.media('bytes=0-15')).code);
    expect(codes).toEqual([10_002, 10_002, 10_002, 10_003, 10_006, 10_000, 10_000]);
    it.server.answer = () => answer(`{"errcode":0,"content":"${block}"}`, 'CONTENT-RANGE: BYTES 0-31/64\r\n');
    expect(await it.media()).toMatchObject({ code: 0, finished: false, nextIndex: 'Range:bytes=32-63' });
  });
});
