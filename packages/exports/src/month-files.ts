import type { ConversationExport, ExportMessage } from './export-message.ts';
import type { LocalTime } from './local-time.ts';
import { textEntry } from './package-entry.ts';
import type { PackageEntry } from './package-entry.ts';

export interface ConversationTotals {
  messages: number;
  firstAt: number | null;
  lastAt: number | null;
  readonly files: string[];
}

/**
 * The files of one conversation, one per month of the tenant's zone, each holding its messages oldest first.
 * A file must be read to its end before the next is asked for. Throws when messages come out of order.
 */
export async function* monthFiles(
  { messages }: ConversationExport,
  folder: string,
  totals: ConversationTotals,
  times: (at: number) => LocalTime,
  line: (message: ExportMessage) => string,
): AsyncGenerator<PackageEntry> {
  const iterator = messages[Symbol.asyncIterator]();
  try {
    let next = await iterator.next();
    const linesOf = async function* (month: string): AsyncGenerator<string> {
      while (next.done !== true && times(next.value.sentAt).month === month) {
        const message = next.value;
        if (totals.lastAt !== null && message.sentAt < totals.lastAt) throw new Error('Messages came out of order.');
        totals.firstAt ??= message.sentAt;
        totals.lastAt = message.sentAt;
        totals.messages += 1;
        yield line(message);
        next = await iterator.next();
      }
    };
    while (next.done !== true) {
      const { month } = times(next.value.sentAt);
      if (totals.lastAt !== null && next.value.sentAt < totals.lastAt) throw new Error('Messages came out of order.');
      const name = `messages/${folder}/${month}.jsonl`;
      totals.files.push(name);
      yield textEntry(name, linesOf(month));
    }
  } finally {
    await iterator.return?.();
  }
}
