import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

export interface PictureDifference {
  /** Share of pixels that differ, 0 to 1; 1 where the sizes do. */
  readonly share: number;
  /** Both sizes, for people. */
  readonly sizes: string;
  /** The differing pixels marked; null where the sizes differ. */
  readonly marked: Buffer | null;
}

/** Compares two PNGs pixel by pixel; what smoothing of edges changes is not counted. */
export function comparePictures(wanted: Buffer, drawn: Buffer): PictureDifference {
  const [one, other] = [PNG.sync.read(wanted), PNG.sync.read(drawn)];
  const sizes = `${one.width} × ${one.height} wanted, ${other.width} × ${other.height} drawn`;
  if (one.width !== other.width || one.height !== other.height) return { share: 1, sizes, marked: null };
  const marks = new PNG({ width: one.width, height: one.height });
  const differing = pixelmatch(one.data, other.data, marks.data, one.width, one.height, { threshold: 0.15 });
  return { share: differing / (one.width * one.height), sizes, marked: PNG.sync.write(marks) };
}
