import type { MessageBody, NestedItem } from '@highwater/domain';
import type { ComponentType, ReactNode } from 'react';
import { useDrawing } from './message-context.ts';
import { Moment } from './moment.tsx';
import { TitledCard } from './titled-card.tsx';
import { Words } from './words.tsx';

/** Draws the body of an entry; handed in so that records and bodies need not import each other. */
export type DrawBody = ComponentType<{ body: MessageBody; nested: boolean }>;

// A short record reads better open; a long one would push the conversation away.
const OPEN_ITEMS = 12;

function Items({ items, Draw }: { items: readonly NestedItem[]; Draw: DrawBody }): ReactNode {
  return (
    <ol className="mt-1 space-y-2 border-s-2 border-line ps-3">
      {items.map((item, at) => (
        <li key={at}>
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

type RecordBody = Extract<MessageBody, { kind: 'chatrecord' }>;

/** A forwarded record, folded until opened; WeCom does not say who wrote its entries. */
export function RecordView({ body, Draw }: { body: RecordBody; Draw: DrawBody }): ReactNode {
  const { i18n } = useDrawing();
  const fromRoom = body.items.some((item) => item.fromRoom === true);
  const count = i18n.t('kinds.record.items', { count: body.items.length });
  return (
    <TitledCard
      kind="chatrecord"
      label={fromRoom ? `${count} · ${i18n.t('kinds.record.fromRoom')}` : count}
      title={body.title === '' ? i18n.t('kinds.record.untitled') : <Words text={body.title} />}
    >
      {body.items.length === 0 ? (
        <p className="text-sm text-muted">{i18n.t('kinds.record.empty')}</p>
      ) : (
        <details open={body.items.length <= OPEN_ITEMS}>
          <summary className="cursor-pointer text-accent">{i18n.t('kinds.record.open')}</summary>
          <Items items={body.items} Draw={Draw} />
        </details>
      )}
    </TitledCard>
  );
}

/** Pieces that were one message: read one after the other. */
export function MixedView({ items, Draw }: { items: readonly NestedItem[]; Draw: DrawBody }): ReactNode {
  return (
    <div data-kind="mixed" className="space-y-1">
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
