import type { MessageKind } from '@highwater/domain';
import type { ReactNode } from 'react';
import { FoldedText } from './folded-text.tsx';
import { KindIcon } from './kind-icon.tsx';
import { useDrawing } from './message-context.ts';

export interface TitledCardProps {
  readonly kind: MessageKind;
  /** Stands beside the name of the kind: "Vote started". */
  readonly label?: string | undefined;
  readonly title?: ReactNode;
  /** Instead of the kind's name, where what happened has a word of its own. */
  readonly named?: string | undefined;
  /** At the end of the title's line: where WeCom shows a picture. */
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
}

/** The frame of everything that is neither plain text nor a file: a title, what people saw, and below what it is. */
export function TitledCard({ kind, label, named, title, aside, children }: TitledCardProps): ReactNode {
  const { i18n } = useDrawing();
  const name = named ?? i18n.t(`kinds.name.${kind}`);
  const hasTitle = title !== undefined && title !== '' && title !== null;
  return (
    <section data-kind={kind} className={CARD}>
      <div className="flex gap-3 px-3 pt-2 pb-2.5">
        <div className="min-w-0 flex-1">
          {hasTitle && (
            <div className="font-semibold wrap-anywhere text-ink">
              {typeof title === 'string' ? <FoldedText text={title} /> : title}
            </div>
          )}
          {children}
        </div>
        {aside}
      </div>
      <CardFoot kind={kind}>
        {label === undefined || label === name ? name : label.includes(name) ? label : `${name} · ${label}`}
      </CardFoot>
    </section>
  );
}

/** The outline of a card; of one width, so that cards below each other stand in line. */
export const CARD = 'w-80 max-w-full rounded-md border border-line bg-surface';

/** What a card is, below a hairline, as WeCom says it. */
export function CardFoot({ kind, children }: { kind: MessageKind; children: ReactNode }): ReactNode {
  return (
    <p className="flex items-center gap-1.5 border-t border-line px-3 py-1 text-xs text-muted">
      <KindIcon kind={kind} />
      <span className="min-w-0 flex-1">{children}</span>
    </p>
  );
}

/** A square sign where WeCom shows a picture from elsewhere, which is not loaded. */
export function CardSign({ kind }: { kind: MessageKind }): ReactNode {
  return (
    <span
      aria-hidden="true"
      className="flex size-11 shrink-0 items-center justify-center rounded-sm bg-surface-3 text-muted"
    >
      <KindIcon kind={kind} size={20} />
    </span>
  );
}
