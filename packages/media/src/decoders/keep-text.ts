import type { Answer } from '../process/answer.ts';
import { MOST } from '../process/limits.ts';

/** Of the five seconds; what is found by then is kept. */
const CPU_MS = 3_500;
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]+/g;

/** A file's words as they are found, up to the most that is kept. */
export interface TextKeeper {
  /** No more is needed: enough was found, or the time is over. */
  readonly isFull: boolean;
  add(text: string): void;
  /** Something was left out for a reason of the reader's own. */
  cut(): void;
  finish(): Answer;
}

export function createTextKeeper(): TextKeeper {
  const parts: string[] = [];
  let length = 0;
  let isCut = false;

  return {
    get isFull() {
      if (length >= MOST.textCharacters) return true;
      const { user, system } = process.cpuUsage();
      const isLate = (user + system) / 1000 > CPU_MS;
      isCut ||= isLate;
      return isLate;
    },
    add(text) {
      if (text.length > MOST.textCharacters - length) isCut = true;
      const part = text.slice(0, MOST.textCharacters - length);
      if (part === '') return;
      length += part.length;
      parts.push(part);
    },
    cut() {
      isCut = true;
    },
    finish() {
      const text = parts
        .join('')
        .replaceAll(CONTROLS, ' ')
        .replaceAll(/\n{3,}/g, '\n\n')
        .trim()
        .toWellFormed();
      return { made: 'text', detail: { characters: text.length, isCut }, body: Buffer.from(text, 'utf8') };
    },
  };
}
