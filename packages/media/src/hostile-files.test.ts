import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createCopyMaker } from './create-copy-maker.ts';
import { sniffContentType } from './sniff-content-type.ts';
import { makeCopy, makeText } from './testing/make-copy.ts';
import { makeDocx, makeXlsx } from './testing/make-office.ts';
import { makePdf } from './testing/make-pdf.ts';
import { makePng } from './testing/make-png.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const VOICES = new URL('../../wecom-simulator/fixtures/voices/', import.meta.url);
const maker = createCopyMaker({});
afterAll(() => maker.close());

const SOUND: Readonly<Record<string, Uint8Array>> = {
  'audio/amr': readFileSync(new URL('nb-475-dtx.amr', VOICES)),
  'audio/amr-wb': readFileSync(new URL('wb.amr', VOICES)),
  'audio/silk': readFileSync(new URL('silk.amr', VOICES)),
  'image/png': makePng(64, 64),
  'application/pdf': makePdf(['words']),
  [`${OFFICE}wordprocessingml.document`]: makeDocx('<w:p><w:r><w:t>words</w:t></w:r></w:p>'),
  [`${OFFICE}spreadsheetml.sheet`]: makeXlsx('<row><c><v>1</v></c></row>'),
};

describe('files that are not what they seem', { timeout: 120_000 }, () => {
  it.each(Object.keys(SOUND))(
    'random and damaged bytes as %s end as a copy or its absence',
    async (type) => {
      const sound = SOUND[type] ?? new Uint8Array();
      const random = fc.uint8Array({ maxLength: 2_000 });
      const damaged = fc
        .tuple(fc.nat(sound.length - 1), fc.nat(255), fc.nat(sound.length))
        .map(([at, value, length]) => {
          const bytes = Uint8Array.from(sound);
          bytes[at] = value;
          return bytes.subarray(0, length);
        });
      await fc.assert(
        fc.asyncProperty(fc.oneof(random, damaged), async (bytes) => {
          const copy = await makeCopy(maker, bytes, type);
          if (copy.state === 'absent')
            expect(['copy.unreadable', 'copy.too_costly', 'copy.no_decoder']).toContain(copy.fault);
        }),
        { numRuns: 6 },
      );
    },
    60_000,
  );

  it('a file under another’s type is unreadable, and the next one is made', async () => {
    const types = Object.keys(SOUND);
    for (const [index, type] of types.entries()) {
      const other = types[(index + 3) % types.length] ?? '';
      const copy = await makeCopy(maker, SOUND[other] ?? new Uint8Array(), type);
      // Voices are told apart by their bytes alone.
      if (!(type.startsWith('audio/') && other.startsWith('audio/'))) {
        expect(copy).toMatchObject({ state: 'absent', fault: 'copy.unreadable' });
      }
      expect(await makeCopy(maker, SOUND[type] ?? new Uint8Array(), type)).toMatchObject({ state: 'made' });
    }
  });

  it('markup is text to search in, and nothing else', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const type = sniffContentType(svg, 'svg');
    expect(maker.wants(type, 'a.svg')).toEqual(['text']);
    expect(await makeText(maker, svg, type)).toContain('<script>');
  });

  it('types without a copy make nothing, and read nothing', async () => {
    async function* never(): AsyncGenerator<Uint8Array> {
      yield await Promise.reject(new Error('was read'));
    }
    for (const contentType of ['application/vnd.rar', 'audio/mpeg', 'audio/wav', 'application/octet-stream', '']) {
      expect(maker.wants(contentType, 'a.bin')).toEqual([]);
      expect(await maker.make({ bytes: never(), size: 10, contentType, fileName: null })).toEqual([]);
    }
    const [copy] = await maker.make({ bytes: never(), size: 2 ** 31, contentType: 'application/pdf', fileName: null });
    expect(copy).toEqual({ copy: 'text', state: 'absent', fault: 'copy.too_costly' });
  });

  it('the rest of a queue goes on beside what burns its five seconds', async () => {
    const slow = maker.make({
      bytes: pages(),
      size: 48 * 1024 * 1024,
      contentType: 'text/plain',
      fileName: null,
    });
    async function* pages(): AsyncGenerator<Uint8Array> {
      for (let count = 0; count < 48; count += 1) yield Buffer.alloc(1024 * 1024, 'a');
    }
    const others = await Promise.all(
      Array.from({ length: 4 }, () => makeText(maker, Buffer.from('next'), 'text/plain')),
    );
    expect(others).toEqual(['next', 'next', 'next', 'next']);
    expect(await slow).toMatchObject([{ state: 'made', detail: { isCut: true } }]);
  });

  it('closing ends what runs and what waits', async () => {
    const closing = createCopyMaker({});
    async function* hang(): AsyncGenerator<Uint8Array> {
      await new Promise(() => undefined);
      yield Buffer.alloc(1);
    }
    const source = () => ({ bytes: hang(), size: 10, contentType: 'text/plain', fileName: null });
    const makings = Promise.allSettled([1, 2, 3, 4].map(() => closing.make(source())));
    await closing.close();
    expect((await makings).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
  });
});
