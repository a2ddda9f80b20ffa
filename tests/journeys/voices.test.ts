import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { askConsole, connectSimulatedCorp, createVisitor, waitUntil } from '@highwater/testkit';
import type { Browser } from 'playwright';
import { chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { CHROMIUM_ARGS } from '../../infra/screenshots/open-browser.ts';
import { measureLevels, type Stretch } from './measure-levels.ts';
import { meetStranger, t, type Stranger } from './stranger.ts';

const FIXTURES = new URL('../../packages/wecom-simulator/fixtures/voices/', import.meta.url);
interface Voices {
  readonly voices: readonly {
    readonly file: string;
    readonly note: string;
    readonly seconds: number;
    readonly pattern: string;
  }[];
  readonly patterns: { readonly tone: readonly Stretch[] };
}
const { voices, patterns }: Voices = JSON.parse(readFileSync(new URL('voices.json', FIXTURES), 'utf8'));
/** Codecs differ by 1.5 dB from what went in, and the way to the ear may take as much again. */
const LEVEL_DB = 3;
const SILENT_DB = -45;
const TONES = voices.filter(({ pattern }) => pattern === 'tone');

const ready = inject('ready');
const mark = Date.now().toString(36);
const OWNER = { name: '何雨', email: `heyu-${mark}@journey.example`, password: '听得见的每一句话-2026' };

let browser: Browser;
let owner: Stranger;
const heard = new Map<string, Voice>();

interface Voice {
  readonly messageId: string;
  readonly contentType: string;
  readonly audio: { readonly url: string; readonly seconds: number };
}
interface Hit {
  readonly messageId: string;
  readonly msgid: string;
  readonly media: readonly {
    readonly contentType: string | null;
    readonly copies: { readonly audio: Voice['audio'] | null };
    readonly copyFault: string | null;
  }[];
}

/** Every voice, sent as WeCom sends voices: whatever the codec, the message says nothing of it. */
beforeAll(async () => {
  const visitor = createVisitor(ready.portalUrl);
  await visitor.signUp(OWNER);
  await visitor.post('/v1/me/companies', { name: `听雨-${mark}`, zone: 'Asia/Shanghai', language: 'zh-CN' });
  const { corpId, connectionId } = await connectSimulatedCorp(visitor, ready.simulatorUrl, {
    name: `听雨-${mark}`,
    talking: false,
  });
  const messages = [];
  for (const [at, { file, seconds }] of TONES.entries()) {
    const bytes = readFileSync(new URL(file, FIXTURES));
    const ticket = await askConsole<{ sdkfileid: string }>(ready.simulatorUrl, 'POST', `/corps/${corpId}/media`, {
      bytes: bytes.toString('base64'),
    });
    const voice = {
      md5sum: createHash('md5').update(bytes).digest('hex'),
      voice_size: bytes.length,
      play_length: seconds,
      sdkfileid: ticket.sdkfileid,
    };
    const people = { from: 'LinXiaoyu', tolist: ['ZhaoKai'], roomid: '' };
    const msgtime = Date.now() - (TONES.length - at) * 1000;
    messages.push({ msgid: `${file}_${mark}`, action: 'send', ...people, msgtime, msgtype: 'voice', voice });
  }
  await askConsole(ready.simulatorUrl, 'POST', `/corps/${corpId}/messages`, { messages });
  await visitor.post(`/v1/connections/${connectionId}/pull`);
  const hits = await waitUntil(
    'every voice is archived and has a copy that plays',
    async () => {
      const { items } = await visitor.get<{ items: Hit[] }>('/v1/messages/search?kind=voice');
      return items.length === TONES.length && items.every(({ media }) => media[0]?.copies.audio != null) && items;
    },
    { seconds: 120 },
  );
  for (const { messageId, msgid, media } of hits) {
    const [file] = media;
    if (file?.copies.audio == null) throw new Error('a voice has no copy');
    heard.set(msgid.replace(`_${mark}`, ''), {
      messageId,
      contentType: file.contentType ?? '',
      audio: file.copies.audio,
    });
  }

  browser = await chromium.launch({ executablePath: inject('chromium'), args: CHROMIUM_ARGS });
  owner = await meetStranger(browser, ready.portalUrl);
  await owner.open('/sign-in?lang=zh-CN');
  await owner.fill(t('identity.email'), OWNER.email);
  await owner.fill(t('identity.password'), OWNER.password);
  await owner.press(t('identity.signIn'));
  await owner.page.waitForURL((url) => url.pathname === '/');
});
afterAll(() => browser.close());

function voiceOf(file: string): Voice {
  const voice = heard.get(file);
  if (voice === undefined) throw new Error(`${file} was not archived`);
  return voice;
}

test('the type is what the first bytes say', () => {
  const types = Object.fromEntries([...heard].map(([file, { contentType }]) => [file, contentType]));
  expect(types).toEqual({
    'nb-122.amr': 'audio/amr',
    'nb-475-dtx.amr': 'audio/amr',
    'wb.amr': 'audio/amr-wb',
    'silk.amr': 'audio/silk',
  });
});

describe.each(TONES)('$file, $note', ({ file, seconds }) => {
  test('plays on the page, as long as it is', async () => {
    const { messageId, audio } = voiceOf(file);
    expect(Math.abs(audio.seconds - seconds)).toBeLessThan(0.2);
    await owner.open(`/messages/${messageId}`);
    const bubble = owner.page.locator(`#m-${messageId}`);
    const element = bubble.locator('audio').first();
    await bubble.getByRole('button', { name: t('kinds.voice.play') }).click();
    // However slow the machine is, time that goes on is sound that plays.
    await expect
      .poll(() => element.evaluate((player: HTMLAudioElement) => player.currentTime), { timeout: 30_000 })
      .toBeGreaterThan(0.3);
    const duration = await element.evaluate((player: HTMLAudioElement) => player.duration);
    expect(Math.abs(duration - seconds)).toBeLessThan(0.2);
    expect(await element.evaluate((player: HTMLAudioElement) => player.error)).toBeNull();
  });

  test('is as loud as it was, and silent where nobody speaks', async () => {
    const levels = await owner.page.evaluate(measureLevels, { url: voiceOf(file).audio.url, stretches: patterns.tone });
    for (const [at, { dbfsRms, from }] of patterns.tone.entries()) {
      const level = levels[at] ?? Number.NaN;
      if (dbfsRms === null) expect(level, `at ${from} s`).toBeLessThan(SILENT_DB);
      else expect(Math.abs(level - dbfsRms), `at ${from} s`).toBeLessThan(LEVEL_DB);
    }
  });
});

test('it is played faster, moved in by keyboard, and the original is in the menu', async () => {
  const { messageId } = voiceOf('silk.amr');
  await owner.open(`/messages/${messageId}`);
  const bubble = owner.page.locator(`#m-${messageId}`);
  const element = bubble.locator('audio').first();
  await bubble.getByRole('button', { name: t('kinds.voice.play') }).waitFor();
  await bubble.getByLabel(t('kinds.voice.speed')).selectOption('2');
  expect(await element.evaluate((player: HTMLAudioElement) => player.playbackRate)).toBe(2);
  await bubble.getByLabel(t('kinds.voice.position')).press('ArrowRight');
  await expect.poll(() => element.evaluate((player: HTMLAudioElement) => player.currentTime)).toBeGreaterThan(0.9);
  await bubble.locator('summary', { hasText: t('kinds.media.more') }).click();
  const [download] = await Promise.all([
    owner.page.waitForEvent('download'),
    bubble.getByRole('link', { name: t('kinds.media.original', { type: 'SILK' }) }).click(),
  ]);
  expect(readFileSync(await download.path())).toEqual(readFileSync(new URL('silk.amr', FIXTURES)));
  expect(owner.complaints).toEqual([]);
});
