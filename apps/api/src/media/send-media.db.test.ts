import { inTenant, markMediaAbsent } from '@highwater/db';
import type { MediaId } from '@highwater/domain';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { openFolder, storeMedia } from '../testing/stored-files.ts';
import { startTalk, type Talk } from '../testing/talk.ts';

/** Longer than two chunks of a sealed object. */
const PICTURE = Buffer.from(Array.from({ length: 20_000 }, (_, line) => `line ${line}\n`).join(''));

let api: TestApi;
let company: Company;
let talk: Talk;
let picture: string;
let stop: () => Promise<void>;
beforeAll(async () => {
  const folder = await openFolder();
  api = await startApi(inject('superuser'), { objects: folder.objects });
  stop = () => api.stop().finally(() => folder.remove());
  company = await makeCompany(api);
  talk = await startTalk(api, company);
  picture = await sendFile('芒果 (1).png', 'image/png', PICTURE);
});
afterAll(() => stop());

async function addFile(filename: string, from = 'linxiaoyu'): Promise<MediaId> {
  const fileext = filename.split('.').at(-1) ?? '';
  const file = { md5sum: 'd', filename, fileext, filesize: 9, sdkfileid: 'Ct-secret' };
  const { mediaIds } = await talk.say({ from, to: ['chenjie'], body: { msgtype: 'file', file } });
  if (mediaIds[0] === undefined) throw new Error('the message has no file');
  return mediaIds[0];
}

/** The address of a file that is stored. */
async function sendFile(name: string, contentType: string, bytes = Buffer.from('abc'), from?: string): Promise<string> {
  const mediaId = await addFile(name, from);
  await storeMedia(api, company.tenantId, mediaId, bytes, contentType);
  return `/v1/media/${mediaId}`;
}

describe('a stored file', () => {
  it('comes whole, with its name for the next question', async () => {
    const whole = await company.viewer.ask<string>('GET', picture);
    expect(whole.status).toBe(200);
    expect(whole.body).toBe(PICTURE.toString());
    expect(whole.headers.get('content-length')).toBe(String(PICTURE.length));
    expect(whole.headers.get('accept-ranges')).toBe('bytes');
    expect(whole.headers.get('cache-control')).toBe('private, no-cache');
    const tag = whole.headers.get('etag') ?? '';
    const again = await company.viewer.ask('GET', picture, { headers: { 'if-none-match': tag } });
    expect([again.status, again.body]).toEqual([304, '']);
    const other = await company.viewer.ask('GET', picture, { headers: { 'if-none-match': '"other"' } });
    expect(other.status).toBe(200);
  });

  it.each([
    ['bytes=0-9', 0, 9],
    ['bytes=65530-131080', 65_530, 131_080],
    ['bytes=-7', PICTURE.length - 7, PICTURE.length - 1],
    [`bytes=${PICTURE.length - 1}-`, PICTURE.length - 1, PICTURE.length - 1],
  ])('comes in part (%s)', async (range, start, end) => {
    const part = await company.viewer.ask<string>('GET', picture, { headers: { range } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes ${start}-${end}/${PICTURE.length}`);
    expect(part.headers.get('content-length')).toBe(String(end - start + 1));
    expect(part.body).toBe(PICTURE.subarray(start, end + 1).toString());
  });

  it('comes in part only while it is the one that the asker began with', async () => {
    const tag = (await company.viewer.ask('GET', picture)).headers.get('etag') ?? '';
    const statusOf = async (ifRange: string) =>
      (await company.viewer.ask('GET', picture, { headers: { range: 'bytes=5-9', 'if-range': ifRange } })).status;
    expect(await statusOf(tag)).toBe(206);
    expect(await statusOf('"other"')).toBe(200);
    expect(await statusOf(`W/${tag}`)).toBe(200);
  });

  it('has no part behind its end', async () => {
    const headers = { range: `bytes=${PICTURE.length}-` };
    const refused = await company.viewer.ask('GET', picture, { headers });
    expect([refused.status, refused.headers.get('content-range')]).toEqual([416, `bytes */${PICTURE.length}`]);
  });
});

describe('what a browser does with a file', () => {
  it.each([
    ['picture.png', 'image/png'],
    ['voice.mp3', 'audio/mpeg'],
    ['film.mp4', 'video/mp4'],
  ])('shows %s', async (name, contentType) => {
    const path = await sendFile(name, contentType);
    const { headers } = await company.viewer.ask('GET', path);
    expect(headers.get('content-type')).toBe(contentType);
    expect(headers.get('content-disposition')).toBe('inline');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const saved = await company.viewer.ask('GET', `${path}?download=1`);
    expect(saved.headers.get('content-disposition')).toContain('attachment');
  });

  it.each([
    ['page.html', 'text/html'],
    ['drawing.svg', 'image/svg+xml'],
    ['program.js', 'text/javascript'],
    ['table.pdf', 'application/pdf'],
  ])('saves %s without running it', async (name, contentType) => {
    const { headers } = await company.viewer.ask('GET', await sendFile(name, contentType));
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toContain(`attachment; filename="${name}"`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; sandbox");
  });

  it('saves it under its own name, without folders', async () => {
    const path = await sendFile('../../芒果 "x"\r\n.zip', 'application/zip');
    const saved = (await company.viewer.ask('GET', path)).headers.get('content-disposition') ?? '';
    expect(saved).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%-]+$/);
    expect(saved).toContain(encodeURIComponent('芒果'));
  });
});

it('says why there are no bytes: not fetched yet, or never to be had', async () => {
  const mediaId = await addFile('later.png');
  const pending = await company.viewer.ask('GET', `/v1/media/${mediaId}`);
  expect(pending).toMatchObject({ status: 409, body: { fault: 'media.pending' } });
  await inTenant(api.database.database, company.tenantId, (tx) => markMediaAbsent(tx, mediaId, 'media.expired'));
  const absent = await company.viewer.ask('GET', `/v1/media/${mediaId}`);
  expect(absent).toMatchObject({ status: 410, body: { fault: 'media.expired' } });
});

it('is missing for whoever may not see its message', async () => {
  const hidden = await sendFile('hidden.png', 'image/png', Buffer.from('abc'), 'boss');
  expect((await company.owner.ask('GET', hidden)).status).toBe(200);
  expect((await company.viewer.ask('GET', hidden)).status).toBe(404);
  const stranger = await makeCompany(api, '陌生人');
  expect(await stranger.owner.faultOf('GET', picture)).toBe('thing.missing');
  expect(await company.owner.faultOf('GET', '/v1/media/not-an-id')).toBe('thing.missing');
});
