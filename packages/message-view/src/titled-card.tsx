import type { MessageKind } from '@highwater/domain';
import type { ReactNode } from 'react';
import { useDrawing } from './message-context.ts';

export interface TitledCardProps {
  readonly kind: MessageKind;
  /** Stands beside the name of the kind: "Vote started". */
  readonly label?: string | undefined;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
}

/** The frame of everything that is neither plain text nor a file: the kind's name, a title, what people saw. */
export function TitledCard({ kind, label, title, children }: TitledCardProps): ReactNode {
  const { i18n } = useDrawing();
  const name = i18n.t(`kinds.name.${kind}`);
  return (
    <section data-kind={kind} className="max-w-prose rounded-md border border-line bg-surface-2 px-3 py-2">
      <p className="text-xs text-muted">{label === undefined || label === name ? name : `${name} · ${label}`}</p>
      {title !== undefined && title !== '' && <p className="font-medium text-ink break-words">{title}</p>}
      {children}
    </section>
  );
}
