import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Sentence } from '../../../infra/processes/sentence.ts';

/** What people said, one text after the other: of `.jsonl` or `.jsonl.gz` files whose lines are `{ turns: [[who, text], …] }`. */
export function readCorpus(place: string): readonly string[] {
  const files = statSync(place).isDirectory()
    ? readdirSync(place).flatMap((name) => (/\.jsonl(?:\.gz)?$/.test(name) ? [join(place, name)] : []))
    : [place];
  const texts = files.flatMap((file) => {
    const bytes = readFileSync(file);
    const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
    return lines.filter((line) => line !== '').flatMap(turnsOf);
  });
  if (texts.length === 0) throw new Sentence(`No dialogues in ${place}: lines of JSON with "turns" are expected.`);
  return texts;
}

function turnsOf(line: string): string[] {
  const { turns } = JSON.parse(line) as { turns?: unknown };
  if (!Array.isArray(turns)) return [];
  return turns.flatMap((turn: unknown) =>
    Array.isArray(turn) && typeof turn[1] === 'string' && turn[1] !== '' ? [turn[1]] : [],
  );
}
