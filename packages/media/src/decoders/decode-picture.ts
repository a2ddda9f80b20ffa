import type { Answer } from '../process/answer.ts';
import { MOST } from '../process/limits.ts';
import { DecodeFault } from './decode-fault.ts';

/** 16,383 squared. Rows are read one after the other where the format allows it; where not, memory sets the limit. */
const MOST_PIXELS = 268_402_689;
/** AVIF is a kind of HEIF; the other kinds need a decoder that is not here. */
const FORMATS = new Set(['png', 'jpeg', 'webp', 'gif', 'heif']);
const LOADERS = ['Png', 'Jpeg', 'Webp', 'Nsgif', 'Heif'].map((format) => `VipsForeignLoad${format}`);

/** A small picture of png, jpeg, webp, gif or avif: first frame, upright, at most 480 pixels a side, nothing but pixels. */
export async function decodePicture(file: Uint8Array): Promise<Answer> {
  const { default: sharp } = await import('sharp');
  // The library reads more formats than these, SVG among them.
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: LOADERS });
  sharp.cache(false);
  sharp.concurrency(1);
  const picture = sharp(file, { limitInputPixels: false, sequentialRead: true, failOn: 'error' });
  const { format, compression, width, height, autoOrient } = await picture.metadata();
  if (compression === 'hevc') throw new DecodeFault('copy.no_decoder');
  if (!FORMATS.has(format)) throw new DecodeFault('copy.no_decoder');
  if (width * height > MOST_PIXELS) throw new DecodeFault('copy.too_costly');
  const { data, info } = await picture
    .autoOrient()
    .resize(MOST.pixels, MOST.pixels, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .webp({ quality: 78, effort: 3 })
    .toBuffer({ resolveWithObject: true });
  const detail = {
    width: info.width,
    height: info.height,
    originalWidth: autoOrient.width,
    originalHeight: autoOrient.height,
  };
  return { made: 'picture', detail, body: data };
}
