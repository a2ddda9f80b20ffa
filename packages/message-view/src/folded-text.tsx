import type { ReactNode } from 'react';
import { calmText } from './calm-text.ts';
import { cutText, RICH_LENGTH } from './cut-text.ts';
import { useDrawing } from './message-context.ts';
import { LinkedWords } from './words.tsx';

// Twelve lines stand open; a line in the bubble holds about forty wide characters.
const OPEN_LINES = 12;
const WIDE_CHARACTERS = 40;

/** Whether a text takes more lines than stand open. */
export function isLong(text: string): boolean {
  if (text.length > 2 * OPEN_LINES * WIDE_CHARACTERS) return true;
  const lines = text.split('\n');
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / WIDE_CHARACTERS)), 0) > OPEN_LINES;
}

function widthOf(line: string): number {
  let width = 0;
  for (const character of line) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.5;
  return width;
}

/**
 * A text with its line breaks. A long one stands clamped until the reader opens it, without script; the whole text is
 * in the page. What no person could have typed in one go follows plainly and takes no room before it is opened.
 */
export function FoldedText({ text }: { text: string }): ReactNode {
  const { i18n } = useDrawing();
  const shown = calmText(text).replace(/\r\n?/g, '\n');
  const folds = isLong(shown);
  const [head, rest] = cutText(shown, RICH_LENGTH);
  const clamp = folds ? ' line-clamp-[12] group-has-[details[open]]/fold:line-clamp-none' : '';
  const opens =
    rest === '' ? i18n.t('common.showAll') : i18n.t('kinds.text.showAll', { count: i18n.formatCount(shown.length) });
  return (
    <div className="group/fold">
      <div className={`overflow-clip whitespace-pre-wrap wrap-anywhere${clamp}`}>
        <LinkedWords text={head} />
      </div>
      {rest !== '' && (
        <div className="hidden overflow-clip whitespace-pre-wrap wrap-anywhere group-has-[details[open]]/fold:block">
          <bdi>{rest}</bdi>
        </div>
      )}
      {folds && (
        <details>
          <summary className="cursor-pointer list-none text-accent">
            <span className="group-has-[details[open]]/fold:hidden">{opens}</span>
            <span className="hidden group-has-[details[open]]/fold:inline">{i18n.t('common.showLess')}</span>
          </summary>
        </details>
      )}
    </div>
  );
}
