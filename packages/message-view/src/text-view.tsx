import type { MessageBody } from '@highwater/domain';
import type { ReactNode } from 'react';
import { FoldedText } from './folded-text.tsx';
import { useDrawing } from './message-context.ts';

export function TextView({ body }: { body: Extract<MessageBody, { kind: 'text' }> }): ReactNode {
  const { i18n } = useDrawing();
  if (body.text.trim() === '') return <p className="text-muted italic">{i18n.t('kinds.text.empty')}</p>;
  if (body.quote === null) return <FoldedText text={body.text} />;
  return (
    <div>
      <blockquote
        className="mb-1.5 border-s-2 border-field/50 ps-2 text-xs text-muted"
        title={i18n.t('kinds.text.quoted', { name: body.quote.name })}
      >
        <FoldedText text={`${body.quote.name}:`} />
        <FoldedText text={body.quote.quoted} />
        <QuotedFrom />
      </blockquote>
      <FoldedText text={body.quote.reply} />
    </div>
  );
}

/** The message that a quote looks like: a likeness, which is said. */
function QuotedFrom(): ReactNode {
  const { i18n, zone, quoted = null } = useDrawing();
  if (quoted === null) return null;
  if (quoted === 'unmatched') return <p className="text-xs">{i18n.t('kinds.text.unmatched')}</p>;
  return (
    <p className="text-xs">
      <a href={quoted.href} className="text-accent underline underline-offset-2">
        {i18n.t('kinds.text.repliesTo', { time: i18n.formatDateTime(quoted.sentAt, zone) })}
      </a>
    </p>
  );
}
