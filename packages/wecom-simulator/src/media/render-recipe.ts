import type { FileSource } from '../envelope/media-cipher.ts';
import { encodeAmr } from './amr.ts';
import { encodeDocx } from './docx.ts';
import { drawFace, drawFruit } from './draw-fruit.ts';
import { readFixture, type FixtureName } from './fixture-file.ts';
import { createNoiseFile } from './noise-file.ts';
import { encodePdf } from './pdf.ts';
import { writeCsvSheet, writePlainNote, writePriceRows, writeQuoteLines } from './sheet-texts.ts';
import { encodeXlsx } from './xlsx.ts';

/** How a file's bytes are made again at any time: kind, then numbers or a seed. */
export type Recipe =
  | `image:${number}`
  | `face:${number}`
  | `voice:${number}:${number}`
  | `pdf:${number}`
  | `xlsx:${number}`
  | `docx:${number}`
  | `csv:${number}`
  | `txt:${number}`
  | `fixture:${FixtureName}`
  | `noise:${number}:${string}`
  | `sized:${number}:${string}`;

const drawn = new Map<string, Buffer>();

function draw(recipe: string): Buffer {
  const [kind, first = '0', second = '0'] = recipe.split(':');
  const variant = Number(first);
  switch (kind) {
    case 'image':
      return drawFruit(variant);
    case 'face':
      return drawFace(variant);
    case 'voice':
      return encodeAmr(variant, Number(second));
    case 'pdf':
      return encodePdf(writeQuoteLines(variant));
    case 'xlsx':
      return encodeXlsx(writePriceRows(variant));
    case 'docx':
      return encodeDocx(writePlainNote(variant).trimEnd().split('\n'));
    case 'fixture':
      return readFixture(first);
    case 'csv':
      return Buffer.from(writeCsvSheet(variant));
    case 'txt':
      return Buffer.from(writePlainNote(variant));
    default:
      throw new RangeError(`no such recipe: ${kind}`);
  }
}

function drawOnce(recipe: string): Buffer {
  const known = drawn.get(recipe);
  if (known) return known;
  const bytes = draw(recipe);
  drawn.set(recipe, bytes);
  return bytes;
}

export function fileFromBytes(bytes: Uint8Array): FileSource {
  return { size: bytes.length, read: (start, end) => bytes.subarray(start, end) };
}

/** The file of a recipe. `noise:SIZE:SEED` has that many bytes; `sized:SIZE:RECIPE` is another recipe brought to a size. */
export function renderRecipe(recipe: Recipe): FileSource {
  const [kind, size = '0', ...rest] = recipe.split(':');
  if (kind === 'noise') return createNoiseFile(rest.join(':'), Number(size));
  if (kind !== 'sized') return fileFromBytes(drawOnce(recipe));
  const base = drawOnce(rest.join(':'));
  const bytes = Buffer.alloc(Number(size));
  bytes.set(base.subarray(0, bytes.length));
  return fileFromBytes(bytes);
}
