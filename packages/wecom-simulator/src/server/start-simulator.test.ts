import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readSdkFileId } from '../envelope/sdk-file-id.ts';
import { createKeyPair, createTestClock } from '../testing/call-simulator.ts';
import { startSimulator, type RunningSimulator, type StartOptions } from './start-simulator.ts';

const cleanUps: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

async function start(options: Partial<StartOptions> = {}): Promise<RunningSimulator> {
  const running = await startSimulator({
    host: '127.0.0.1',
    port: 0,
    clock: createTestClock(),
    talkEveryMs: 0,
    ...options,
  });
  cleanUps.push(() => running.stop());
  return running;
}

function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  cleanUps.push(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** The answer exactly as it stands on the wire, asked for as the library asks: HTTP/1.0 and no space after `Range:`. */
async function askByHand(url: string, lines: readonly string[], body = ''): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const length = body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body)}`];
  socket.write([...lines, 'Host: qyapi.weixin.qq.com', 'Accept: */*', ...length, '', body].join('\r\n'));
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(socket, 'close');
  return Buffer.concat(chunks).toString('latin1');
}

async function makeCorp(running: RunningSimulator) {
  const corp = running.corps.add({ name: '线上' });
  corp.setTrustedIps(['127.0.0.1']);
  corp.addPublicKey(createKeyPair().pem);
  const query = `corpid=${corp.corpId}&corpsecret=${corp.archiveSecret}`;
  const answer = await askByHand(running.url, [`GET /cgi-bin/gettoken?${query} HTTP/1.0`]);
  const token = /"access_token":"([^"]+)"/.exec(answer)?.[1] ?? '';
  return { corp, token };
}

describe('a listening simulator', () => {
  it('writes CONTENT-RANGE in capitals on the wire', async () => {
    const running = await start();
    const { corp, token } = await makeCorp(running);
    const id = readSdkFileId(corp.addMedia('noise:600000:wire').sdkfileid);
    const path = `POST /cgi-bin/message/getchatmediadata?access_token=${token} HTTP/1.0`;
    const body = JSON.stringify({ fileid: id?.fileId, authkey: id?.authKey, version: 1 });
    const form = 'Content-Type: application/x-www-form-urlencoded';
    const answer = await askByHand(running.url, [path, 'Range:bytes=524288-600015', form], body);
    const head = answer.slice(0, answer.indexOf('\r\n\r\n')).split('\r\n');
    expect(head[0]).toMatch(/^HTTP\/1\.[01] 200 OK$/);
    expect(head).toContain('CONTENT-RANGE: BYTES 524288-600015/600016');
    expect(head.filter((line) => /^content-range:/i.test(line))).toHaveLength(1);
  });

  it('drops the connection where that was planned', async () => {
    const running = await start();
    const { corp, token } = await makeCorp(running);
    corp.faults.plan({ on: 'chat', kind: 'drop', times: 1 });
    const path = `POST /cgi-bin/message/getchatdata?access_token=${token} HTTP/1.0`;
    const body = '{"seq":0,"limit":10,"version":3,"encrypt_sign":"any"}';
    expect(await askByHand(running.url, [path], body)).toBe('');
    expect(await askByHand(running.url, [path], body)).toContain('{"errcode":0,"errmsg":"ok","chatdata":[]}');
  });

  it('lets a call for people hang without holding up its end', async () => {
    const running = await start();
    const { corp } = await makeCorp(running);
    const query = new URLSearchParams({ corpid: corp.corpId, corpsecret: corp.secrets.customer_contact });
    const { access_token } = await (await fetch(`${running.url}/cgi-bin/gettoken?${query}`)).json();
    const url = `${running.url}/cgi-bin/user/get?userid=ZhaoKai&access_token=${access_token}`;
    corp.faults.plan({ on: 'contacts', kind: 'hang', times: 2 });
    const impatient = new AbortController();
    const outcome = (init: RequestInit) =>
      fetch(url, init).then(
        () => 'answered',
        (error: unknown) => (error instanceof Error ? error.name : 'no error'),
      );
    const given = outcome({ signal: impatient.signal });
    await expect.poll(() => corp.faults.list()[0]?.times).toBe(1);
    impatient.abort();
    expect(await given).toBe('AbortError');
    const cut = outcome({});
    await expect.poll(() => corp.faults.list()).toEqual([]);
    await running.stop();
    cleanUps.splice(0);
    expect(await cut).toBe('TypeError');
  });

  it('says so when the port is taken', async () => {
    const running = await start();
    await expect(start({ port: Number(new URL(running.url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('a simulator with a data folder', () => {
  it('goes on with the same corps, messages, tokens and files after it ended', async () => {
    const dataDir = createFolder();
    const first = await start({ dataDir });
    const { corp, token } = await makeCorp(first);
    const raw = Buffer.from([0xff, 0xfe, 0x00]);
    corp.archive([Buffer.from('{"msgid":"1","text":"水果"}'), raw]);
    const [drawn, stored] = [corp.addMedia('image:3'), corp.addMedia(Buffer.from('stored'))];
    corp.setArchiveState('opened');
    corp.setTalking(true);
    const pull = [`POST /cgi-bin/message/getchatdata?access_token=${token} HTTP/1.0`];
    const bodyOf = (answer: string) => answer.slice(answer.indexOf('\r\n\r\n'));
    const request = '{"seq":0,"limit":10,"version":3}';
    const before = bodyOf(await askByHand(first.url, pull, request));
    await first.stop();

    const second = await start({ dataDir });
    const again = second.corps.find(corp.corpId) ?? expect.fail('the corp is gone');
    expect(again.archiveSecret).toBe(corp.archiveSecret);
    expect([again.talking, again.trustedIps, again.publicKeys.length]).toEqual([true, ['127.0.0.1'], 1]);
    expect(again.seqs).toEqual(corp.seqs);
    expect(again.listAfter(0n, 10).map((message) => Buffer.from(message.plaintext))).toContainEqual(raw);
    expect(bodyOf(await askByHand(second.url, pull, request))).toBe(before);
    for (const ticket of [drawn, stored]) {
      const id = readSdkFileId(ticket.sdkfileid);
      const found = again.findMedia(id?.fileId ?? '', id?.authKey ?? '');
      expect(typeof found === 'object' && found.file.size).toBe(ticket.filesize);
    }
    const [next] = again.archive([Buffer.from('{"msgid":"2"}')]);
    expect(next).toBeGreaterThan(corp.lastSeq);
  });

  it('removes a line that a kill cut off', async () => {
    const dataDir = createFolder();
    const first = await start({ dataDir });
    const { corp } = await makeCorp(first);
    corp.archive([Buffer.from('{"msgid":"1"}')]);
    await first.stop();
    const journal = readdirSync(join(dataDir, 'corps')).find((name) => name.endsWith('.jsonl')) ?? '';
    appendFileSync(join(dataDir, 'corps', journal), '{"e":"message","seq":"99","msgi');

    const second = await start({ dataDir });
    second.corps.find(corp.corpId)?.archive([Buffer.from('{"msgid":"2"}')]);
    await second.stop();
    const third = await start({ dataDir });
    const messages = third.corps.find(corp.corpId)?.listAfter(0n, 10);
    expect(messages?.map((message) => message.msgid)).toEqual(['1', '2']);
  });
});
