import { inflateSync, crc32 } from 'node:zlib';
import { fromBuffer } from 'yauzl';
import { describe, expect, it } from 'vitest';
import { renderRecipe, type Recipe } from './render-recipe.ts';

const bytesOf = (recipe: Recipe): Buffer => {
  const file = renderRecipe(recipe);
  return Buffer.from(file.read(0, file.size));
};

describe('recipes', () => {
  it.each(['image:5', 'face:3'] as const)('draw %s as a PNG whose parts check', (recipe) => {
    const png = bytesOf(recipe);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    let at = 8;
    const types: string[] = [];
    while (at < png.length) {
      const length = png.readUInt32BE(at);
      const type = png.toString('latin1', at + 4, at + 8);
      types.push(type);
      expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(png.subarray(at + 4, at + 8 + length)));
      if (type === 'IDAT')
        expect(inflateSync(png.subarray(at + 8, at + 8 + length)).length).toBe(height * (1 + 3 * width));
      at += 12 + length;
    }
    expect(types).toEqual(['IHDR', 'IDAT', 'IEND']);
  });

  it('make voice of whole frames of 20 milliseconds', () => {
    const amr = bytesOf('voice:6:1');
    expect(amr.subarray(0, 6).toString()).toBe('#!AMR\n');
    const frames = amr.subarray(6);
    expect(frames.length).toBe(6 * 50 * 32);
    for (let at = 0; at < frames.length; at += 32) expect(frames[at]).toBe(0x3c);
    const variants = Array.from({ length: 40 }, (_, variant) => bytesOf(`voice:2:${variant}`).toString('latin1'));
    expect(new Set(variants).size).toBe(40);
  });

  it.each([
    ['nb-122.amr', '#!AMR\n'],
    ['nb-475-dtx.amr', '#!AMR\n'],
    ['wb.amr', '#!AMR-WB\n'],
    ['silk.amr', '\u0002#!SILK_V3'],
    ['quote-zh.pdf', '%PDF-1.4'],
  ] as const)('give the real file %s', (name, head) => {
    expect(bytesOf(`fixture:${name}`).toString('latin1').startsWith(head)).toBe(true);
  });

  it('make a PDF whose table of objects points at the objects', () => {
    const pdf = bytesOf('pdf:4').toString('latin1');
    const start = Number(/startxref\n(\d+)/.exec(pdf)?.[1]);
    expect(pdf.slice(start, start + 4)).toBe('xref');
    const offsets = [...pdf.slice(start).matchAll(/^(\d{10}) 00000 n /gm)].map((match) => Number(match[1]));
    expect(offsets.map((offset) => pdf.slice(offset, offset + 7))).toEqual([1, 2, 3, 4, 5].map((n) => `${n} 0 obj`));
  });

  it.each([
    ['xlsx:2', 'xl/worksheets/sheet1.xml'],
    ['docx:2', 'word/document.xml'],
  ] as const)('make %s so that a ZIP reader accepts it', async (recipe, part) => {
    const { promise, resolve, reject } = Promise.withResolvers<string[]>();
    fromBuffer(bytesOf(recipe), {}, (error, zip) => {
      if (error) return reject(error);
      const names: string[] = [];
      zip.on('entry', (entry: { fileName: string }) => names.push(entry.fileName));
      zip.on('end', () => resolve(names));
      zip.on('error', reject);
    });
    expect(await promise).toContain(part);
  });

  it('give the same bytes again and read noise from any place', () => {
    expect(bytesOf('csv:3').equals(bytesOf('csv:3'))).toBe(true);
    const noise = renderRecipe('noise:5000:seed');
    const whole = Buffer.from(noise.read(0, 5000));
    expect(Buffer.from(noise.read(33, 1234))).toEqual(whole.subarray(33, 1234));
    expect(whole.equals(bytesOf('noise:5000:other'))).toBe(false);
  });

  it('bring a recipe to an exact size', () => {
    expect(bytesOf('sized:90000:image:1').length).toBe(90_000);
    expect(bytesOf('sized:90000:image:1').subarray(1, 4).toString()).toBe('PNG');
    expect(bytesOf('sized:40:image:1').length).toBe(40);
  });
});
