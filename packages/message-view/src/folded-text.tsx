import { visibleText } from '@highwater/domain';
import type { ReactNode } from 'react';
import { useDrawing } from './message-context.ts';
import { LinkedWords } from './words.tsx';

// Twelve lines stand open; a line in the bubble holds about forty wide characters.
const OPEN_LINES = 12;
const WIDE_CHARACTERS = 40;

function drawnLines(text: string): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / WIDE_CHARACTERS)), 0);
}

function widthOf(line: string): number {
  let width = 0;
  for (const character of line) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.5;
  return width;
}

/**
 * A text with its line breaks. A long one stands clamped until the reader opens it, without script; the whole text is
 * in the page, so find-in-page and screen readers have all of it.
 */
export function FoldedText({ text }: { text: string }): ReactNode {
  const { i18n } = useDrawing();
  const shown = visibleText(text).replace(/\r\n?/g, '\n');
  const folds = drawnLines(shown) > OPEN_LINES;
  const clamp = folds ? ' line-clamp-[12] group-has-[details[open]]:line-clamp-none' : '';
  return (
    <div className="group">
      <div className={`whitespace-pre-wrap break-words${clamp}`}>
        <LinkedWords text={shown} />
      </div>
      {folds && (
        <details>
          <summary className="cursor-pointer list-none text-accent">
            <span className="group-has-[details[open]]:hidden">{i18n.t('common.showAll')}</span>
            <span className="hidden group-has-[details[open]]:inline">{i18n.t('common.showLess')}</span>
          </summary>
        </details>
      )}
    </div>
  );
}
