import type { CanonicalMessage } from '@highwater/domain';
import { previewText } from '@highwater/wecom';

/** Characters of a topic line, as people count them. */
const LONGEST = 80;
const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Kinds whose text says what a dialog is about; names of files and titles of links only where there is none. */
export const TEXT_KINDS = ['text', 'markdown', 'mixed'] as const;

/** One line of a message, cut between characters; null where it has no text. */
export function topicLine(message: CanonicalMessage): string | null {
  const { text } = previewText(message);
  if (text === '') return null;
  const line = [...characters.segment(text)].map(({ segment }) => segment);
  return line.length > LONGEST ? `${line.slice(0, LONGEST).join('')}…` : text;
}
