import { request } from 'node:http';
import type { Session } from '../session.ts';

/** A download under way, read like over a poor line. */
export interface SlowReader {
  /** Of the answer; all of its bytes are `length`. */
  readonly status: number;
  readonly length: number;
  /** Bytes read so far. */
  bytes(): number;
  /** Reads on at another pace; `all` is as fast as it comes. */
  read(pace: Pace): void;
  /** When it ended by the machine's clock, and whether in the middle. */
  readonly ended: Promise<{ readonly at: number; readonly isCut: boolean }>;
}

/** Between two parts of 64 KiB, in milliseconds. */
const PACE = { slow: 150, steady: 40, all: 0 };
export type Pace = keyof typeof PACE;

/** Opens an answer and reads it slowly, so that most of it has not left the API when something changes. */
export async function readSlowly(session: Session, path: string): Promise<SlowReader> {
  const { url, headers } = session.addressOf(path);
  const opened = Promise.withResolvers<SlowReader>();
  const ended = Promise.withResolvers<{ readonly at: number; readonly isCut: boolean }>();
  const asked = request(url, { headers, agent: false }, (answer) => {
    let bytes = 0;
    let pace: Pace = 'slow';
    const end = (isCut: boolean): void => ended.resolve({ at: Date.now(), isCut });
    answer.on('data', (part: Buffer) => {
      bytes += part.byteLength;
      if (pace === 'all') return;
      answer.pause();
      setTimeout(() => answer.resume(), PACE[pace]);
    });
    answer.once('end', () => end(!answer.complete));
    answer.once('error', () => end(true));
    const length = Number(answer.headers['content-length'] ?? 'NaN');
    const reader = { status: answer.statusCode ?? 0, length, bytes: () => bytes, ended: ended.promise };
    opened.resolve({
      ...reader,
      read(next) {
        pace = next;
      },
    });
  });
  asked.once('error', opened.reject);
  asked.end();
  return opened.promise;
}
