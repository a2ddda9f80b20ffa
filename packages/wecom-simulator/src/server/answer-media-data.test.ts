import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { MediaTicket } from '../corp/corp.ts';
import { openFile } from '../envelope/media-cipher.ts';
import { readSdkFileId } from '../envelope/sdk-file-id.ts';
import { createReadyCorp, createTestClock, DAY_MS, fetchToken } from '../testing/call-simulator.ts';

const SHARD = 524_288;

async function ready(clock = createTestClock()) {
  const world = createReadyCorp(clock);
  const tokenOf = async () =>
    String((await fetchToken(world.simulator, world.corp.corpId, world.corp.archiveSecret))['access_token']);
  const ask = async (ticket: MediaTicket, range?: string, change: Record<string, unknown> = {}): Promise<Response> => {
    const id = readSdkFileId(ticket.sdkfileid);
    const body = JSON.stringify({ fileid: id?.fileId, authkey: id?.authKey, version: 3, ...change });
    const headers = range === undefined ? {} : { Range: range };
    const path = `/cgi-bin/message/getchatmediadata?access_token=${await tokenOf()}`;
    return world.simulator.app.request(path, { method: 'POST', body, headers });
  };
  const codeOf = async (...input: Parameters<typeof ask>): Promise<number> =>
    (await (await ask(...input)).json()).errcode;
  return { ...world, clock, ask, codeOf };
}

/** The whole file as the library fetches it: shard after shard, the next range from the header. */
async function download(
  ask: (range: string) => Promise<Response>,
  aesKey: string,
): Promise<{ bytes: Buffer; shards: number }> {
  const pieces: Buffer[] = [];
  for (let range = `bytes=0-${SHARD - 1}`; ;) {
    const answer = await ask(range);
    const body = await answer.json();
    expect(Object.keys(body)).toEqual(['errcode', 'errmsg', 'content']);
    pieces.push(Buffer.from(body.content, 'base64'));
    const [, last = 0, total = 0] =
      /^BYTES \d+-(\d+)\/(\d+)$/.exec(answer.headers.get('content-range') ?? '')?.map(Number) ?? [];
    if (last + 1 === total) break;
    range = `bytes=${last + 1}-${Math.min(last + SHARD, total - 1)}`;
  }
  return { bytes: openFile(Buffer.concat(pieces), aesKey), shards: pieces.length };
}

describe('getchatmediadata', () => {
  it.each([0, 15, 16, SHARD - 1, SHARD, 1_060_921])('serves a file of %i bytes in shards', async (size) => {
    const { corp, ask } = await ready();
    const bytes = randomBytes(size);
    const ticket = corp.addMedia(bytes);
    expect([ticket.filesize, ticket.md5sum]).toEqual([size, createHash('md5').update(bytes).digest('hex')]);
    const got = await download((range) => ask(ticket, range), readSdkFileId(ticket.sdkfileid)?.aesKey ?? '');
    expect(got.bytes.equals(bytes)).toBe(true);
    expect(got.shards).toBe(Math.floor(size / SHARD) + (size % SHARD === SHARD ? 0 : 1));
  });

  it('gives the first shard without a range and never more than one', async () => {
    const { corp, ask } = await ready();
    const ticket = corp.addMedia(`noise:${3 * SHARD}:x`);
    for (const range of [undefined, 'bytes=0-9999999']) {
      const answer = await ask(ticket, range);
      expect(answer.headers.get('content-range')).toBe(`BYTES 0-${SHARD - 1}/${3 * SHARD + 16}`);
    }
  });

  it('names wrong ids, files that are gone and malformed ranges', async () => {
    const { corp, clock, codeOf } = await ready();
    const ticket = corp.addMedia('image:1');
    expect(await codeOf(ticket, undefined, { fileid: 'ff' })).toBe(10005);
    expect(await codeOf(ticket, undefined, { authkey: 'other' })).toBe(10005);
    expect(await codeOf(ticket, undefined, { authkey: 5 })).toBe(40058);
    for (const range of ['bytes=5', 'bytes=9-1', 'items=0-1', 'bytes=99999999-999999999']) {
      expect(await codeOf(ticket, range)).toBe(40058);
    }
    expect(await codeOf(ticket)).toBe(0);
    clock.advance(5 * DAY_MS + 1);
    expect(await codeOf(ticket)).toBe(10010);
    corp.setTrustedIps([]);
    expect(await codeOf(ticket)).toBe(301042);
  });

  it('spoils the planned shard, or the bytes once', async () => {
    const { corp, ask, codeOf } = await ready();
    const bytes = randomBytes(SHARD + 100);
    const ticket = corp.addMedia(bytes);
    corp.faults.plan({ on: 'media', kind: 'errcode', shard: 1, times: 1 });
    expect(await codeOf(ticket, `bytes=0-${SHARD - 1}`)).toBe(0);
    expect(await codeOf(ticket, `bytes=${SHARD}-${SHARD + 111}`)).toBe(-1);
    corp.faults.plan({ on: 'media', kind: 'expired', times: 1 });
    expect(await codeOf(ticket)).toBe(10010);
    corp.faults.plan({ on: 'media', kind: 'wrong_bytes', times: 1 });
    const aesKey = readSdkFileId(ticket.sdkfileid)?.aesKey ?? '';
    const [spoilt, right] = [
      await download((range) => ask(ticket, range), aesKey),
      await download((range) => ask(ticket, range), aesKey),
    ];
    expect(spoilt.bytes.length).toBe(bytes.length);
    expect(spoilt.bytes.equals(bytes)).toBe(false);
    expect(right.bytes.equals(bytes)).toBe(true);
  });
});
