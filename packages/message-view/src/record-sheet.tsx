import type { NestedItem } from '@highwater/domain';
import { ChevronRight, X } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useDrawing } from './message-context.ts';
import { OpenSheet, type RecordBody } from './open-sheet.ts';
import { Words } from './words.tsx';

/** Levels named in the path beside the first; deeper ones are reached one by one. */
const NAMED_LEVELS = 4;

export interface RecordSheetProps {
  readonly first: RecordBody;
  readonly draw: (items: readonly NestedItem[]) => ReactNode;
  readonly onClose: () => void;
}

/** A forwarded record over the page, with the path from the message to the record that is read. Esc closes it. */
export function RecordSheet({ first, draw, onClose }: RecordSheetProps): ReactNode {
  const { i18n } = useDrawing();
  const dialog = useRef<HTMLDialogElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const [path, setPath] = useState<readonly RecordBody[]>([first]);
  const record = path.at(-1) ?? first;

  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    stage.current?.scrollTo(0, 0);
    stage.current?.focus();
  }, [path]);

  function press(event: KeyboardEvent): void {
    // The page behind has keys of its own.
    if (event.key !== 'Escape') event.stopPropagation();
    if (event.key === 'Backspace' && path.length > 1) setPath(path.slice(0, -1));
  }

  const titleOf = ({ title }: RecordBody): string => (title === '' ? i18n.t('kinds.record.untitled') : title);
  const left = path.length - 1 > NAMED_LEVELS ? path.length - NAMED_LEVELS : 1;
  return (
    <dialog
      ref={dialog}
      onClose={(event) => {
        // React lets it rise to the dialog around this one, which stays open.
        event.stopPropagation();
        onClose();
      }}
      onKeyDown={press}
      aria-label={i18n.t('kinds.record.sheet')}
      className="m-auto max-h-[min(100dvh,56rem)] w-full max-w-2xl flex-col overflow-clip open:flex rounded-lg border border-line bg-surface p-0 text-ink shadow-float backdrop:bg-ink/40"
    >
      <div className="flex min-h-0 flex-1 flex-col">
        <header className="flex shrink-0 items-start gap-2 border-b border-line px-4 py-2.5">
          <nav aria-label={i18n.t('kinds.record.path')} className="min-w-0 flex-1">
            <ol className="flex flex-wrap items-center gap-x-1">
              {path.map((level, at) => {
                if (at > 0 && at < left) return at === 1 ? <li key={at}>…</li> : null;
                const isLast = at === path.length - 1;
                return (
                  <li key={at} className="flex max-w-full min-w-0 items-center gap-1">
                    {at > 0 && <ChevronRight aria-hidden size={13} className="shrink-0 text-muted" />}
                    {isLast ? (
                      <span aria-current="page" className="truncate font-medium">
                        <Words text={titleOf(level)} />
                      </span>
                    ) : (
                      <button
                        type="button"
                        className="max-w-48 truncate text-accent"
                        onClick={() => setPath(path.slice(0, at + 1))}
                      >
                        <Words text={titleOf(level)} />
                      </button>
                    )}
                  </li>
                );
              })}
            </ol>
            <p className="text-xs text-muted">
              {i18n.t('kinds.record.items', { count: record.items.length })} · {i18n.t('kinds.record.senders')}
            </p>
          </nav>
          <button
            type="button"
            className="flex size-9 shrink-0 items-center justify-center rounded-md text-muted hover:bg-surface-3"
            onClick={() => dialog.current?.close()}
            aria-label={i18n.t('kinds.record.close')}
          >
            <X aria-hidden size={16} />
          </button>
        </header>
        <div ref={stage} tabIndex={-1} className="min-h-0 flex-1 overflow-auto px-4 py-3 outline-none">
          <OpenSheet.Provider value={(body) => setPath([...path, body])}>{draw(record.items)}</OpenSheet.Provider>
        </div>
      </div>
    </dialog>
  );
}
