import {
  appendFileSync,
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { CorpEvent } from './corp-event.ts';

/** Where a corp's events and uploaded files are kept. What `append` and `putFile` took survives the end of the process. */
export interface Journal {
  append(events: readonly CorpEvent[]): void;
  putFile(fileId: string, bytes: Uint8Array): void;
  getFile(fileId: string): Uint8Array;
  close(): void;
}

export function createMemoryJournal(): Journal {
  const files = new Map<string, Uint8Array>();
  return {
    append: () => undefined,
    putFile: (fileId, bytes) => void files.set(fileId, bytes),
    getFile: (fileId) => files.get(fileId) ?? new Uint8Array(),
    close: () => undefined,
  };
}

const NEWLINE = 10;

/** Events of a journal file, one JSON object a line. A last line cut off by a kill was never answered: it is removed. */
export function* readJournal(path: string): Generator<CorpEvent> {
  if (!existsSync(path)) return;
  const bytes = readFileSync(path);
  let start = 0;
  for (let end = bytes.indexOf(NEWLINE, start); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
    const event: CorpEvent = JSON.parse(bytes.toString('utf8', start, end));
    yield event;
    start = end + 1;
  }
  if (start < bytes.length) {
    const file = openSync(path, 'r+');
    ftruncateSync(file, start);
    closeSync(file);
  }
}

/** Appends to `<folder>/<corpId>.jsonl`; files go to `<folder>/<corpId>.media/`. */
export function createFileJournal(folder: string, corpId: string): Journal {
  const mediaFolder = join(folder, `${corpId}.media`);
  mkdirSync(mediaFolder, { recursive: true, mode: 0o700 });
  // Undefined once closed: the number of a closed file may by then belong to another one.
  let file: number | undefined = openSync(join(folder, `${corpId}.jsonl`), 'a', 0o600);
  return {
    append(events) {
      if (file === undefined) throw new Error('the journal is closed');
      appendFileSync(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    },
    putFile(fileId, bytes) {
      const path = join(mediaFolder, fileId);
      writeFileSync(`${path}.part`, bytes, { mode: 0o600 });
      renameSync(`${path}.part`, path);
    },
    getFile: (fileId) => readFileSync(join(mediaFolder, fileId)),
    close() {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}
