import { record } from './read-manifest.ts';
import { splitLines } from './split-lines.ts';
import type { PackageProblem } from './verify-package.ts';

interface Numbers {
  messages: number;
  conversations: number;
  people: number;
  mediaFiles: number;
  mediaUses: number;
  missing: number;
}

export interface PackageTally {
  /** Counts what the file `name` holds; leaves bytes that need no look unread. */
  read(name: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  finish(paths: ReadonlySet<string>): { numbers: Numbers; byKind: ReadonlyMap<string, number> };
}

/** Counts the content of a package by itself, from its files and not from what the manifest says. */
export function createPackageTally(complain: (problem: PackageProblem, where: string) => void): PackageTally {
  const numbers: Numbers = { messages: 0, conversations: 0, people: 0, mediaFiles: 0, mediaUses: 0, missing: 0 };
  const byKind = new Map<string, number>();
  const linked = new Set<string>();
  const absent = new Set<string>();
  let absentListed = 0;

  const readMessages = async (name: string, bytes: AsyncIterable<Uint8Array>) => {
    let before = Number.NEGATIVE_INFINITY;
    for await (const line of splitLines(bytes)) {
      const message = record(parse(line));
      const { kind, sent_at: sentAt, media } = message;
      if (typeof kind !== 'string' || typeof sentAt !== 'number' || !Array.isArray(media)) {
        complain('line.unreadable', name);
        continue;
      }
      if (sentAt < before) complain('line.order', name);
      before = sentAt;
      numbers.messages += 1;
      byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
      for (const { path } of media.map(record)) if (typeof path === 'string') linked.add(path);
    }
  };

  const readMediaLines = async (name: string, bytes: AsyncIterable<Uint8Array>) => {
    for await (const line of splitLines(bytes)) {
      const { path, reason, sha256 } = record(parse(line));
      if (typeof path === 'string') linked.add(path);
      else if (typeof reason !== 'string') complain('line.unreadable', name);
      else {
        numbers.missing += 1;
        if (typeof sha256 === 'string') absent.add(sha256.slice(0, 32));
      }
      numbers.mediaUses += 1;
    }
  };

  return {
    async read(name, bytes) {
      try {
        if (name.startsWith('media/')) numbers.mediaFiles += 1;
        else if (name.startsWith('messages/')) await readMessages(name, bytes);
        else if (name === 'media.jsonl') await readMediaLines(name, bytes);
        else if (name === 'conversations.json') numbers.conversations += await countList(bytes);
        else if (name === 'people.json') numbers.people += await countList(bytes);
        else if (name === 'missing.csv') absentListed += (await countCsvRows(bytes)) - 1;
      } catch (error) {
        if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
        complain('line.unreadable', name);
      }
    },
    finish(paths) {
      for (const path of linked) {
        if (!paths.has(path) && !absent.has(path.split('/').at(-1)?.slice(0, 32) ?? ''))
          complain('media.dangling', path);
      }
      if (absentListed !== numbers.missing) complain('count.differs', 'missing.csv');
      return { numbers, byKind };
    },
  };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function countList(bytes: AsyncIterable<Uint8Array>): Promise<number> {
  let text = '';
  for await (const line of splitLines(bytes)) text += line;
  const list: unknown = JSON.parse(text);
  return Array.isArray(list) ? list.length : Number.NaN;
}

/** Rows end with CR LF outside quotes; line ends inside quotes belong to a cell. */
async function countCsvRows(bytes: AsyncIterable<Uint8Array>): Promise<number> {
  let rows = 0;
  let quoted = false;
  for await (const line of splitLines(bytes)) {
    if ((line.split('"').length - 1) % 2 === 1) quoted = !quoted;
    if (!quoted) rows += 1;
  }
  return rows;
}
