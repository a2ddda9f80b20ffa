import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSamples } from './read-samples.ts';
import { listSampleMedia } from './load-samples.ts';

describe('samples', () => {
  const samples = readSamples();

  it('are 158 in file order, two of them with the same msgid', () => {
    expect(samples.length).toBe(158);
    expect(samples[0]?.case).toBe('text/single_staff_to_customer_zh');
    expect(new Set(samples.map((sample) => JSON.parse(sample.message).msgid)).size).toBe(157);
  });

  it('keep the exact text of every message', () => {
    const lines = readFileSync(new URL('../../fixtures/samples.jsonl', import.meta.url), 'utf8').split('\n');
    samples.forEach((sample, index) => {
      expect(lines[index]).toBe(`{"case": ${JSON.stringify(sample.case)}, "message": ${sample.message}}`);
    });
    expect(samples.some((sample) => /: \d{19,20}[,}]/.test(sample.message))).toBe(true);
  });

  it('name their media at every depth', () => {
    const media = samples.flatMap((sample) => listSampleMedia(JSON.parse(sample.message), 'file'));
    expect(media.length).toBe(43);
    expect(media.filter((found) => found.kind === 'voice').length).toBeGreaterThanOrEqual(4);
    expect(media.filter((found) => found.size === 91_233)).toHaveLength(1);
  });
});
