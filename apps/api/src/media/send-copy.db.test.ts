import { inTenant } from '@highwater/db';
import type { MediaId } from '@highwater/domain';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { joinCompany, makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { storeCopy } from '../testing/stored-copies.ts';
import { openFolder, storeMedia } from '../testing/stored-files.ts';
import { startTalk, type Talk } from '../testing/talk.ts';

/** Longer than two chunks of a sealed object. */
const SOUND = Buffer.alloc(150_000, 'RIFF of a voice ');
const HEARD = {
  copy: 'audio',
  bytes: SOUND,
  contentType: 'audio/wav',
  detail: { seconds: 4, peaks: [0, 60] },
} as const;
const SMALL = {
  copy: 'thumbnail',
  bytes: Buffer.from('webp'),
  contentType: 'image/webp',
  detail: { width: 320, height: 200, originalWidth: 3200, originalHeight: 2000 },
} as const;

let api: TestApi;
let company: Company;
let talk: Talk;
let stop: () => Promise<void>;
beforeAll(async () => {
  const folder = await openFolder();
  api = await startApi(inject('superuser'), { objects: folder.objects });
  stop = () => api.stop().finally(() => folder.remove());
  company = await makeCompany(api);
  talk = await startTalk(api, company);
});
afterAll(() => stop());

async function sendFile(filename: string, from = 'linxiaoyu') {
  const fileext = filename.split('.').at(-1) ?? '';
  const file = { md5sum: 'd', filename, fileext, filesize: 9, sdkfileid: 'Ct-secret' };
  const { mediaIds, messageId } = await talk.say({ from, to: ['chenjie'], body: { msgtype: 'file', file } });
  const [mediaId] = mediaIds;
  if (mediaId === undefined) throw new Error('the message has no file');
  await storeMedia(api, company.tenantId, mediaId, Buffer.from(`${filename} ${mediaId}`), 'application/pdf');
  return { mediaId, messageId };
}

const copyAt = (mediaId: MediaId, copy: string) => `/v1/media/${mediaId}/copies/${copy}`;

async function countOpenings(mediaId: MediaId): Promise<number> {
  return inTenant(api.database.database, company.tenantId, async (tx) => {
    const { rows } = await tx.query("SELECT FROM hw.audit WHERE event = 'media.opened' AND subject = $1", [
      `media:${mediaId}`,
    ]);
    return rows.length;
  });
}

describe('a copy', () => {
  it('to play comes whole and in part, in place, and is asked for again each time', async () => {
    const { mediaId } = await sendFile('voice.amr');
    await storeCopy(api, company.tenantId, mediaId, HEARD);
    const whole = await company.viewer.ask<string>('GET', copyAt(mediaId, 'audio'));
    expect([whole.status, whole.body]).toEqual([200, SOUND.toString()]);
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'audio/wav',
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      'accept-ranges': 'bytes',
    });
    const part = await company.viewer.ask<string>('GET', copyAt(mediaId, 'audio'), {
      headers: { range: 'bytes=65530-140000' },
    });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 65530-140000/150000']);
    expect(part.body).toBe(SOUND.subarray(65_530, 140_001).toString());
    const headers = { 'if-none-match': whole.headers.get('etag') ?? '' };
    expect((await company.viewer.ask('GET', copyAt(mediaId, 'audio'), { headers })).status).toBe(304);
    expect((await company.viewer.ask('GET', `/v1/media/${mediaId}`, { headers })).status).toBe(200);
  });

  it('that is text is saved as text, whatever the text is', async () => {
    const { mediaId } = await sendFile('报价.pdf');
    await storeCopy(api, company.tenantId, mediaId, { text: '<script>alert(1)</script> 报价三百元' });
    const saved = await company.viewer.ask<string>('GET', copyAt(mediaId, 'text'));
    expect(saved.body).toContain('报价三百元');
    expect(saved.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(saved.headers.get('content-disposition')).toContain(`attachment; filename="__.pdf.txt"`);
    expect(saved.headers.get('x-content-type-options')).toBe('nosniff');
    expect(saved.headers.get('content-security-policy')).toContain('sandbox');
  });

  it.each([
    ['text/html', 'audio'],
    ['image/svg+xml', 'thumbnail'],
    ['application/javascript', 'poster'],
  ] as const)('of type %s is saved, not shown', async (contentType, copy) => {
    const { mediaId } = await sendFile('a.bin');
    await storeCopy(api, company.tenantId, mediaId, { ...HEARD, copy, contentType });
    const { headers } = await company.viewer.ask('GET', copyAt(mediaId, copy));
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toContain('attachment');
  });

  it('that is not there says why', async () => {
    const { mediaId } = await sendFile('broken.amr');
    expect(await company.viewer.faultOf('GET', copyAt(mediaId, 'audio'))).toBe('thing.missing');
    await storeCopy(api, company.tenantId, mediaId, { copy: 'audio', fault: 'copy.unreadable' });
    expect(await company.viewer.faultOf('GET', copyAt(mediaId, 'audio'))).toBe('copy.unreadable');
    expect(await company.viewer.faultOf('GET', copyAt(mediaId, 'page'))).toBe('thing.missing');
  });

  it('is missing for whoever may not see the message, and from the moment that the right is taken away', async () => {
    const { mediaId } = await sendFile('hidden.amr', 'boss');
    await storeCopy(api, company.tenantId, mediaId, HEARD);
    expect((await company.owner.ask('GET', copyAt(mediaId, 'audio'))).status).toBe(200);
    expect(await company.viewer.faultOf('GET', copyAt(mediaId, 'audio'))).toBe('thing.missing');
    const stranger = await makeCompany(api, '陌生人');
    expect(await stranger.owner.faultOf('GET', copyAt(mediaId, 'audio'))).toBe('thing.missing');

    const reader = await joinCompany(api, company.owner, company.tenantId, { role: 'viewer', employees: ['boss'] });
    const { body: me } = await reader.ask<{ memberId: string }>('GET', '/v1/me');
    for (const path of [copyAt(mediaId, 'audio'), `/v1/media/${mediaId}`]) {
      await company.owner.ask('PUT', `/v1/grants/${me.memberId}`, { body: { employees: ['boss'] } });
      const seen = await reader.ask('GET', path);
      const headers = { 'if-none-match': seen.headers.get('etag') ?? '', range: 'bytes=0-3' };
      expect([seen.status, (await reader.ask('GET', path, { headers })).status]).toEqual([200, 304]);
      await company.owner.ask('PUT', `/v1/grants/${me.memberId}`, { body: { employees: ['linxiaoyu'] } });
      expect(await reader.ask('GET', path, { headers })).toMatchObject({
        status: 404,
        body: { fault: 'thing.missing' },
      });
    }
  });
});

describe('the log of openings', () => {
  it('has one line per member and file within ten minutes, whatever piece was asked for first', async () => {
    const { mediaId } = await sendFile('long.amr');
    await storeCopy(api, company.tenantId, mediaId, HEARD);
    const listen = (range: string) => company.viewer.ask('GET', copyAt(mediaId, 'audio'), { headers: { range } });
    await Promise.all([listen('bytes=90000-'), listen('bytes=70000-80000'), listen('bytes=0-1')]);
    await company.viewer.ask('GET', `/v1/media/${mediaId}`, { headers: { range: 'bytes=5-' } });
    expect(await countOpenings(mediaId)).toBe(1);
    await company.owner.ask('GET', `/v1/media/${mediaId}`);
    expect(await countOpenings(mediaId)).toBe(2);
    api.clock.shift(10 * 60_000 + 1);
    await listen('bytes=90000-');
    expect(await countOpenings(mediaId)).toBe(3);
  });

  it('leaves small pictures to the page that shows them, and has those that no page showed', async () => {
    const { mediaId, messageId } = await sendFile('a.png');
    await storeCopy(api, company.tenantId, mediaId, SMALL);
    await company.admin.ask('GET', copyAt(mediaId, 'thumbnail'));
    await company.admin.ask('GET', copyAt(mediaId, 'thumbnail'));
    expect(await countOpenings(mediaId)).toBe(1);
    await company.owner.ask('GET', `/v1/messages/${messageId}/context`);
    await company.owner.ask('GET', copyAt(mediaId, 'thumbnail'));
    expect(await countOpenings(mediaId)).toBe(1);
  });
});

it('a message tells of the copies of its files', async () => {
  const { mediaId, messageId } = await sendFile('b.png');
  const mediaOf = async () =>
    (await company.viewer.ask<{ media: unknown[] }>('GET', `/v1/messages/${messageId}`)).body.media[0];
  expect(await mediaOf()).toMatchObject({ copies: { audio: null, thumbnail: null, poster: null, text: null } });
  await storeCopy(api, company.tenantId, mediaId, SMALL);
  expect(await mediaOf()).toMatchObject({
    copies: { thumbnail: { url: copyAt(mediaId, 'thumbnail'), width: 320, height: 200 }, audio: null },
    copyFault: null,
  });
  await storeCopy(api, company.tenantId, mediaId, { copy: 'thumbnail', fault: 'copy.too_costly' });
  expect(await mediaOf()).toMatchObject({ copies: { thumbnail: null }, copyFault: 'copy.too_costly' });
});
