import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readLedgerKeys } from './ledger-signature.ts';
import { makeSampleLedger, SAMPLE_PUBLIC_PEM } from './testing/sample-ledger.ts';
import { verifyLedger } from './verify-ledger.ts';

const page = readFileSync(new URL('../../../../docs/ledger-format.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/```(\w+)\n(.*?)\n```/gs)].map(([, kind, text]) => ({ kind, text: text ?? '' }));
const blocksOf = (kind: string): string[] => blocks.filter((block) => block.kind === kind).map(({ text }) => text);

async function* bytesOf(text: string | undefined): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${text}\n`);
}

it('the example of the format’s page is proven, with its checkpoints and its key', async () => {
  const [file, checkpoints] = blocksOf('ndjson');
  const [pem] = blocksOf('pem');
  const verdict = await verifyLedger(bytesOf(file), {
    trusted: readLedgerKeys(pem ?? ''),
    checkpoints: bytesOf(checkpoints),
  });
  expect(verdict).toMatchObject({ problems: [], pages: 4, days: 2, signedPages: 3, agreed: 4, cursor: 9n });
});

it('the example is what this code writes', () => {
  const ledger = makeSampleLedger({ pages: 4, again: new Set([4]), everyMs: 9 * 3_600_000 });
  expect(blocksOf('ndjson').map((text) => `${text}\n`)).toEqual([ledger.file, ledger.checkpoints]);
  expect(`${blocksOf('pem')[0]}\n`).toBe(SAMPLE_PUBLIC_PEM);
});

it('the texts of the example hash to what stands below them, and to what the rows say', () => {
  const texts = blocksOf('text').map((block) => block.split('\n'));
  expect(texts).toHaveLength(3);
  const [file = ''] = blocksOf('ndjson');
  for (const [text = '', hash = ''] of texts) {
    expect(createHash('sha256').update(text).digest('hex')).toBe(hash);
    expect(file).toContain(`"${hash}"`);
  }
});
