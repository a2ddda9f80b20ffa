import type { MessageBody, NestedItem } from '@highwater/domain';
import { useState, type ComponentType, type MouseEvent, type ReactNode } from 'react';
import { holdsWords, shortTextOf } from './body-texts.ts';
import { useDrawing } from './message-context.ts';
import { Moment } from './moment.tsx';
import { useOpenSheet, type RecordBody } from './open-sheet.ts';
import type { RecordSheet } from './record-sheet.tsx';
import { foldText } from './split-highlights.ts';
import { TitledCard } from './titled-card.tsx';
import { Words } from './words.tsx';

/** Draws the body of an entry; handed in so that records and bodies need not import each other. */
export type DrawBody = ComponentType<{ body: MessageBody; nested: boolean }>;

/** Lines of a closed record, as many as WeCom shows. */
const SHOWN_LINES = 4;

export function Items({ items, Draw }: { items: readonly NestedItem[]; Draw: DrawBody }): ReactNode {
  return (
    <ol className="divide-y divide-line">
      {items.map((item, at) => (
        <li key={at} className="py-2 first:pt-0 last:pb-0">
          {item.sentAt !== null && (
            <p className="text-xs text-muted">
              <Moment at={item.sentAt} />
            </p>
          )}
          <Draw body={item.body} nested />
        </li>
      ))}
    </ol>
  );
}

function FirstLines({ items }: { items: readonly NestedItem[] }): ReactNode {
  const { i18n } = useDrawing();
  return (
    <ul aria-hidden="true" className="text-xs text-muted group-has-[>details[open]]/record:hidden">
      {items.slice(0, SHOWN_LINES).map((item, at) => {
        const said = shortTextOf(item.body);
        return (
          <li key={at} className="truncate">
            {item.body.kind !== 'text' && `[${i18n.t(`kinds.name.${item.body.kind}`)}] `}
            <Words text={said} />
          </li>
        );
      })}
    </ul>
  );
}

/**
 * A forwarded record, closed as it stood in the chat. It opens in a sheet of its own, and records inside it open there
 * in turn; without script it unfolds in its place. WeCom does not say who wrote its entries.
 */
export function RecordView({ body, Draw }: { body: RecordBody; Draw: DrawBody }): ReactNode {
  const { i18n, highlight = [], foldCharacter } = useDrawing();
  const openSheet = useOpenSheet();
  const [opened, setOpened] = useState<{ readonly Sheet: typeof RecordSheet } | null>(null);
  const fromRoom = body.items.some((item) => item.fromRoom === true);
  const count = i18n.t('kinds.record.items', { count: body.items.length });
  const holdsHit = highlight.length > 0 && holdsWords(body, highlight, (text) => foldText(text, foldCharacter));
  const enter = (event: MouseEvent): void => {
    event.preventDefault();
    const unfolding = event.currentTarget.parentElement;
    if (openSheet !== null) openSheet(body);
    else {
      // Comes when it is asked for; where it cannot be had the record unfolds, as without script.
      import('./record-sheet.tsx').then(
        ({ RecordSheet: Sheet }) => setOpened({ Sheet }),
        () => unfolding?.setAttribute('open', ''),
      );
    }
  };
  return (
    <TitledCard
      kind="chatrecord"
      label={fromRoom ? `${count} · ${i18n.t('kinds.record.fromRoom')}` : count}
      title={body.title === '' ? i18n.t('kinds.record.untitled') : body.title}
    >
      {body.items.length === 0 ? (
        <p className="text-xs text-muted">{i18n.t('kinds.record.empty')}</p>
      ) : (
        <div className="group/record">
          <FirstLines items={body.items} />
          {openSheet === null ? (
            <details open={holdsHit}>
              <summary className="cursor-pointer text-xs text-accent" onClick={enter}>
                {i18n.t('kinds.record.open')}
              </summary>
              <div className="mt-2 border-s-2 border-line ps-2.5">
                <Items items={body.items} Draw={Draw} />
              </div>
            </details>
          ) : (
            <button type="button" className="text-xs text-accent" onClick={enter}>
              {i18n.t('kinds.record.open')}
            </button>
          )}
        </div>
      )}
      {opened !== null && (
        <opened.Sheet
          first={body}
          draw={(items) => <Items items={items} Draw={Draw} />}
          onClose={() => setOpened(null)}
        />
      )}
    </TitledCard>
  );
}

/** Pieces that were one message: read one after the other. */
export function MixedView({ items, Draw }: { items: readonly NestedItem[]; Draw: DrawBody }): ReactNode {
  return (
    <div data-kind="mixed" className="space-y-1.5">
      {items.map((item, at) => (
        <Draw key={at} body={item.body} nested />
      ))}
    </div>
  );
}

export function NoteView({ items, Draw }: { items: readonly NestedItem[]; Draw: DrawBody }): ReactNode {
  return (
    <TitledCard kind="note">
      <MixedView items={items} Draw={Draw} />
    </TitledCard>
  );
}
