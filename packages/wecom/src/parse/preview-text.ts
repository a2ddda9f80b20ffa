import type { CanonicalMessage, MessageKind } from '@highwater/domain';
import { searchableText } from './searchable-text.ts';

export interface Preview {
  readonly kind: MessageKind;
  /** One line, without line breaks; empty when the kind alone says everything (a picture, a recall). */
  readonly text: string;
}

// Longer than any list row shows; keeps answers small.
const LONGEST = 160;

/** What a one-line list shows: the kind (named by i18n) and the main text. */
export function previewText({ body, ...message }: CanonicalMessage): Preview {
  const quoteless = body.kind === 'text' && body.quote !== null ? { ...body, text: body.quote.reply } : body;
  const shown = new Set(['person', 'url']);
  const main = searchableText({ ...message, body: quoteless }).find(({ field }) => !shown.has(field))?.text ?? '';
  const line = main
    .slice(0, LONGEST * 4)
    .replace(/\s+/g, ' ')
    .trim();
  const points = [...line];
  return { kind: body.kind, text: points.length > LONGEST ? `${points.slice(0, LONGEST).join('')}…` : line };
}
