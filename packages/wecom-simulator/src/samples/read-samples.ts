import { readFileSync } from 'node:fs';

/** A composed plaintext of WeCom's reference. */
export interface Sample {
  /** `<type>/<variant>`. */
  readonly case: string;
  /** The message's JSON exactly as written: its numbers may exceed 2^53. */
  readonly message: string;
}

const FILE = new URL('../../fixtures/samples.jsonl', import.meta.url);
const LINE = /^\{"case": ("(?:[^"\\]|\\.)*"), "message": (\{.*\})\}$/;

/** All 158 samples in file order. */
export function readSamples(): Sample[] {
  const lines = readFileSync(FILE, 'utf8').split('\n');
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [, name, message] = LINE.exec(line) ?? [];
      if (name === undefined || message === undefined) throw new Error('a sample line has another shape');
      return { case: JSON.parse(name), message };
    });
}
