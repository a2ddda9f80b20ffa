import { FaultError, type Fault, type MessageId, type SearchDocument } from '@highwater/domain';
import type { Client } from 'typesense';
import { buildDocument } from './build-document.ts';
import { faultOfStatus, translateError } from './translate-error.ts';

/** Characters of one request: a message of a megabyte goes alone. */
const LARGEST_REQUEST = 4_000_000;
const MOST_LINES = 1_000;
/** The client waits for an import without end. */
const PATIENCE_MS = 120_000;

interface Failure {
  readonly messageId: MessageId;
  readonly fault: Fault;
}

/** Adds or replaces. Answers which lines failed and why; throws when a whole request did. */
export async function importDocuments(
  client: Client,
  collection: string,
  documents: readonly SearchDocument[],
): Promise<Failure[]> {
  const failures: Failure[] = [];
  let lines: string[] = [];
  let ids: MessageId[] = [];
  let size = 0;
  for (const document of documents) {
    const line = writeLine(document);
    if (line === undefined) {
      failures.push({ messageId: document.messageId, fault: 'search.refused' });
      continue;
    }
    if (lines.length === MOST_LINES || (lines.length > 0 && size + line.length > LARGEST_REQUEST)) await send();
    lines.push(line);
    ids.push(document.messageId);
    size += line.length;
  }
  if (lines.length > 0) await send();
  return failures;

  async function send(): Promise<void> {
    const answer = await withinPatience(
      client.collections(collection).documents().import(lines.join('\n'), { action: 'upsert' }),
    );
    // One line of answer per line of import, in order.
    const answers = answer.split('\n');
    if (answers.length !== ids.length) throw new FaultError('search.refused');
    ids.forEach((messageId, at) => {
      const fault = faultOfLine(answers[at] ?? '');
      if (fault !== undefined) failures.push({ messageId, fault });
    });
    lines = [];
    ids = [];
    size = 0;
  }
}

/** Undefined for an id that cannot be ordered. */
function writeLine(document: SearchDocument): string | undefined {
  try {
    return JSON.stringify(buildDocument(document));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What the server says beside the code repeats the document: it is not kept. */
function faultOfLine(line: string): Fault | undefined {
  const { success, code } = JSON.parse(line) as { success?: boolean; code?: number };
  return success === true ? undefined : faultOfStatus(code);
}

async function withinPatience(sent: Promise<string>): Promise<string> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new FaultError('search.unavailable')), PATIENCE_MS);
  try {
    return await Promise.race([sent, promise]);
  } catch (error) {
    throw translateError(error);
  } finally {
    clearTimeout(timer);
  }
}
