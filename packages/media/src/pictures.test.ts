import sharp from 'sharp';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { createCopyMaker } from './create-copy-maker.ts';
import { makeCopy } from './testing/make-copy.ts';
import { makePng } from './testing/make-png.ts';
import { makeVideo } from './testing/make-video.ts';

const maker = createCopyMaker({ ffmpeg: inject('ffmpeg') });
const bare = createCopyMaker({});
afterAll(async () => {
  await Promise.all([maker.close(), bare.close()]);
});

/** Left half red, right half blue. */
const halves = sharp({ create: { width: 400, height: 900, channels: 3, background: 'blue' } }).extend({
  left: 400,
  background: 'red',
});

async function makePicture(bytes: Uint8Array, contentType: string) {
  const copy = await makeCopy(maker, bytes, contentType);
  if (copy.state === 'absent') return copy.fault;
  return copy.copy === 'thumbnail' || copy.copy === 'poster' ? copy : undefined;
}

async function colourAt(bytes: Uint8Array, x: number, y: number): Promise<string> {
  const pixel = await sharp(bytes).extract({ left: x, top: y, width: 1, height: 1 }).removeAlpha().raw().toBuffer();
  const [red = 0, green = 0, blue = 0] = pixel;
  return red > 200 && blue < 60 ? 'red' : blue > 200 && red < 60 ? 'blue' : `${red} ${green} ${blue}`;
}

describe('a picture', { timeout: 120_000 }, () => {
  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('as %s becomes a small WebP', async (format) => {
    const copy = await makePicture(await halves.clone().toFormat(format).toBuffer(), `image/${format}`);
    expect(copy).toMatchObject({ copy: 'thumbnail', state: 'made', contentType: 'image/webp' });
    if (typeof copy !== 'object') return;
    expect(copy.detail).toEqual({ width: 427, height: 480, originalWidth: 800, originalHeight: 900 });
    expect(await sharp(copy.bytes).metadata()).toMatchObject({ format: 'webp', width: 427, height: 480 });
    expect(await colourAt(copy.bytes, 20, 240)).toBe('red');
    expect(await colourAt(copy.bytes, 400, 240)).toBe('blue');
  });

  it('is turned as its camera was held, and loses what the camera wrote beside it', async () => {
    const turned = halves
      .clone()
      .withExif({ IFD0: { Copyright: 'planted' } })
      .withMetadata({ orientation: 6 });
    const copy = await makePicture(await turned.jpeg().toBuffer(), 'image/jpeg');
    if (typeof copy !== 'object') throw new TypeError(String(copy));
    expect(copy.detail).toEqual({ width: 480, height: 427, originalWidth: 900, originalHeight: 800 });
    expect(await colourAt(copy.bytes, 240, 20)).toBe('red');
    expect((await turned.jpeg().toBuffer()).includes('planted')).toBe(true);
    expect(await sharp(copy.bytes).metadata()).not.toHaveProperty('exif');
    expect(Buffer.from(copy.bytes).includes('planted')).toBe(false);
  });

  it('that is small stays as it is; one that moves shows its first frame', async () => {
    const frames = Buffer.concat([Buffer.alloc(300, '\xff\0\0', 'latin1'), Buffer.alloc(300, '\0\0\xff', 'latin1')]);
    const raw = { width: 10, height: 20, channels: 3, pageHeight: 10 } as const;
    const copy = await makePicture(
      await sharp(frames, { raw })
        .gif({ delay: [100, 100] })
        .toBuffer(),
      'image/gif',
    );
    if (typeof copy !== 'object') throw new TypeError(String(copy));
    expect(copy.detail).toEqual({ width: 10, height: 10, originalWidth: 10, originalHeight: 10 });
    expect(await colourAt(copy.bytes, 5, 5)).toBe('red');
  });

  it('of 30,000 × 30,000 pixels in a small file is too costly, woven or not', async () => {
    for (const woven of [false, true])
      expect(await makePicture(makePng(30_000, 30_000, woven), 'image/png')).toBe('copy.too_costly');
    expect(await makePicture(makePng(12_000, 12_000), 'image/png')).toMatchObject({
      detail: { originalWidth: 12_000 },
    });
  });

  it('that is something else is unreadable, or has no decoder, and is never drawn', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>x()</script></svg>');
    for (const type of ['image/png', 'image/webp']) expect(await makePicture(svg, type)).toBe('copy.unreadable');
    expect(await makePicture(Buffer.from('GIF89a=1;/*\0\0*/alert(1)', 'latin1'), 'image/gif')).toBe('copy.unreadable');
    for (const type of ['image/heic', 'image/bmp', 'image/tiff', 'image/svg+xml']) {
      expect(await makePicture(svg, type)).toBe('copy.no_decoder');
    }
  });

  it('that is cut off is unreadable', async () => {
    const png = await halves.clone().png().toBuffer();
    expect(await makePicture(png.subarray(0, png.length / 2), 'image/png')).toBe('copy.unreadable');
    expect(await makePicture(png.subarray(0, 20), 'image/png')).toBe('copy.unreadable');
  });
});

describe('a video', { timeout: 120_000 }, () => {
  it('has its first picture where there is an ffmpeg, and says so where there is none', async () => {
    const video = makeVideo(inject('ffmpeg'));
    const poster = await makePicture(video, 'video/mp4');
    expect(poster).toMatchObject({ copy: 'poster', state: 'made', contentType: 'image/webp' });
    expect(poster).toMatchObject({ detail: { width: 480, height: 270, originalWidth: 640, originalHeight: 360 } });
    const none = { copy: 'poster', state: 'absent', fault: 'copy.no_decoder' };
    expect(bare.wants('video/mp4', null)).toEqual(['poster']);
    expect(await makeCopy(bare, video, 'video/mp4')).toEqual(none);
    const gone = createCopyMaker({ ffmpeg: '/nowhere/ffmpeg' });
    expect(await makeCopy(gone, video, 'video/mp4')).toEqual(none);
    await gone.close();
  });

  it('that is cut off, empty, or a list of other files is unreadable', async () => {
    const list = Buffer.from('#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n');
    const video = makeVideo(inject('ffmpeg'));
    for (const bytes of [
      video.subarray(0, 200),
      Buffer.alloc(0),
      list,
      Buffer.from('ffconcat version 1.0\nfile /etc/passwd\n'),
    ]) {
      expect(await makePicture(bytes, 'video/mp4')).toBe('copy.unreadable');
    }
  });
});
