import type { ReactNode } from 'react';
import { useDrawing } from './message-context.ts';

// As many as a person reads in one look; a poll of thousands must not push the conversation away.
const OPEN_ENTRIES = 20;
/** The next ones look the same behind the fold; what no person could have made follows as plain lines. */
const DRAWN_ENTRIES = 200;

export interface FoldedListProps<Entry> {
  readonly entries: readonly Entry[];
  readonly draw: (entry: Entry, at: number) => ReactNode;
  /** An entry in one line of text. */
  readonly plain: (entry: Entry) => string;
  readonly numbered?: boolean;
  readonly className?: string;
}

/** A list whose first entries stand open and whose rest opens without script. */
export function FoldedList<Entry>(props: FoldedListProps<Entry>): ReactNode {
  const { entries, draw, plain, numbered = false, className = '' } = props;
  const { i18n } = useDrawing();
  const List = numbered ? 'ol' : 'ul';
  const rest = entries.slice(OPEN_ENTRIES, DRAWN_ENTRIES);
  return (
    <>
      <List className={className}>{entries.slice(0, OPEN_ENTRIES).map(draw)}</List>
      {rest.length > 0 && (
        <details>
          <summary className="cursor-pointer text-accent">
            {i18n.t('kinds.list.rest', { count: entries.length - OPEN_ENTRIES })}
          </summary>
          <List className={className} {...(numbered ? { start: OPEN_ENTRIES + 1 } : {})}>
            {rest.map((entry, at) => draw(entry, at + OPEN_ENTRIES))}
          </List>
          {entries.length > DRAWN_ENTRIES && (
            <div className="max-h-96 overflow-auto wrap-anywhere whitespace-pre-wrap">
              <bdi>{entries.slice(DRAWN_ENTRIES).map(plain).join('\n')}</bdi>
            </div>
          )}
        </details>
      )}
    </>
  );
}
