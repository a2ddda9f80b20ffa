import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** Texts of a corpus of dialogs, one JSON object a line: `{"dialog": id, "turns": [[role, text], …]}`. Other lines are passed over. */
export async function* linesFromCorpus(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) {
    for (const turn of readTurns(line)) {
      const text: unknown = Array.isArray(turn) ? turn[1] : undefined;
      if (typeof text === 'string' && text !== '') yield text;
    }
  }
}

function readTurns(line: string): unknown[] {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && 'turns' in value && Array.isArray(value.turns)
      ? value.turns
      : [];
  } catch {
    return [];
  }
}

/** All texts of a corpus file, gzipped when its name ends in `.gz`. */
export async function readCorpusFile(path: string): Promise<string[]> {
  const raw = createReadStream(path);
  const input = path.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  const lines = createInterface({ input, crlfDelay: Infinity });
  const texts: string[] = [];
  for await (const text of linesFromCorpus(lines)) texts.push(text);
  return texts;
}
