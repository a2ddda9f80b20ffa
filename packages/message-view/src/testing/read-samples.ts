import { readFileSync } from 'node:fs';

/** A composed plaintext of WeCom's reference. */
export interface Sample {
  /** `<type>/<variant>` */
  readonly name: string;
  /** The plaintext as it was written: parsing and writing it again would round 64-bit integers. */
  readonly text: string;
}

const FILE = new URL('../../../wecom-simulator/fixtures/samples.jsonl', import.meta.url);
const LINE = /^\{"case": "([^"]+)", "message": (.*)\}$/;

/** All sample messages, in the order of the file. */
export function readSamples(): readonly Sample[] {
  return readFileSync(FILE, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [, name, text] = LINE.exec(line) ?? [];
      if (name === undefined || text === undefined) throw new Error('a sample line has another shape');
      return { name, text };
    });
}
