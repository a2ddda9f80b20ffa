import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createCopyMaker } from './create-copy-maker.ts';
import { sniffContentType } from './sniff-content-type.ts';
import { makeCopy } from './testing/make-copy.ts';
import { readWav } from './testing/read-wav.ts';

const VOICES = new URL('../../wecom-simulator/fixtures/voices/', import.meta.url);
/** What a codec for telephones may change of a tone's level. */
const DECIBELS = 2.5;
const QUIET = -45;
/** Codecs come late by some milliseconds, and echo a little after. */
const EDGE = 0.12;

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly hertz: number | null;
  readonly dbfsRms: number | null;
}

interface VoiceList {
  readonly voices: readonly {
    readonly file: string;
    readonly seconds: number;
    readonly sampleRate: number;
    readonly pattern: string;
  }[];
  readonly patterns: { readonly tone: readonly Stretch[] };
}

const { voices, patterns } = JSON.parse(readFileSync(new URL('voices.json', VOICES), 'utf8')) as VoiceList;
const maker = createCopyMaker({});
afterAll(() => maker.close());

const read = (file: string) => readFileSync(new URL(file, VOICES));

async function makeAudio(bytes: Uint8Array, contentType = 'audio/amr') {
  const copy = await makeCopy(maker, bytes, contentType);
  return copy.state === 'made' && copy.copy === 'audio' ? copy : undefined;
}

describe('a voice', { timeout: 120_000 }, () => {
  it.each(voices.filter(({ pattern }) => pattern === 'tone'))(
    '$file becomes WAV of its length and level',
    async ({ file, seconds, sampleRate }) => {
      const bytes = read(file);
      const contentType = sniffContentType(bytes.subarray(0, 4096), 'amr');
      expect(maker.wants(contentType, file)).toEqual(['audio']);
      const copy = await makeAudio(bytes, contentType);
      expect(copy?.contentType).toBe('audio/wav');
      const wav = readWav(copy?.bytes ?? new Uint8Array());
      expect(wav.sampleRate).toBe(sampleRate);
      expect(wav.seconds).toBe(seconds);
      expect(copy?.detail.seconds).toBe(seconds);
      for (const { from, to, dbfsRms } of patterns.tone) {
        const level = wav.level(from + EDGE, to - EDGE);
        if (dbfsRms === null) expect(level).toBeLessThan(QUIET);
        else expect(Math.abs(level - dbfsRms)).toBeLessThan(DECIBELS);
      }
      const { peaks } = copy?.detail ?? { peaks: [] };
      expect(peaks).toHaveLength(200);
      // −9 dB RMS of a tone peaks at half of full scale, −21 dB at an eighth; the second second is silent.
      expect(peaks[25]).toBeGreaterThan(40);
      expect(peaks[75]).toBeLessThan(3);
      expect(peaks[125]).toBeGreaterThan(8);
      expect(peaks[125]).toBeLessThan(18);
    },
  );

  it('is what its first bytes say, whatever the type says', async () => {
    expect((await makeAudio(read('silk.amr'), 'audio/amr'))?.detail.seconds).toBe(4);
    expect((await makeAudio(read('wb.amr'), 'audio/silk'))?.detail.seconds).toBe(4);
    expect((await makeAudio(read('silk.amr').subarray(1), 'audio/silk'))?.detail.seconds).toBe(4);
  });

  it('that is cut off is made as far as it goes', async () => {
    expect((await makeAudio(read('nb-122.amr').subarray(0, 6 + 32 * 50 + 7)))?.detail.seconds).toBe(1);
    expect((await makeAudio(read('silk.amr').subarray(0, 6_000)))?.detail.seconds).toBeGreaterThan(1.5);
  });

  it('with a malformed frame ends before it', async () => {
    for (const header of [0x4c, 0xbc, 0x3d, 0xff]) {
      const bytes = Buffer.from(read('nb-122.amr'));
      bytes[6 + 32 * 25] = header;
      expect((await makeAudio(bytes))?.detail.seconds).toBe(0.5);
    }
  });

  it('without one good frame is unreadable', async () => {
    const marks = ['#!AMR\n', '#!AMR-WB\n', '#!SILK_V3', '\x02#!SILK_V3', '', '#!AMR', 'RIFF'];
    const rests = ['', '\xff', '\x3c', '\x3c short', '\0\0', '\xff\xff\xff\xff'];
    for (const bytes of [
      ...marks,
      ...rests.slice(0, 5).map((rest) => `${marks[0]}${rest}`),
      ...rests.map((rest) => `${marks[2]}${rest}`),
    ]) {
      const copy = await makeCopy(maker, Buffer.from(bytes, 'latin1'), 'audio/amr');
      expect(copy).toEqual({ copy: 'audio', state: 'absent', fault: 'copy.unreadable' });
    }
  });

  it('of half an hour is made within the limits, and a longer one is too costly', async () => {
    // Frames that carry nothing but that nobody spoke, and speech at the lowest rate.
    const speech = read('nb-475-dtx.amr').subarray(6, 6 + 13);
    const minutes = (count: number) =>
      Buffer.concat([Buffer.from('#!AMR\n'), ...Array<Buffer>(count * 3_000).fill(speech)]);
    expect((await makeAudio(minutes(30)))?.detail.seconds).toBe(1_800);
    const copy = await makeCopy(maker, minutes(36), 'audio/amr');
    expect(copy).toEqual({ copy: 'audio', state: 'absent', fault: 'copy.too_costly' });
  });
});
