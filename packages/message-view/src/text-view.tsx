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
        className="mb-1 border-s-2 border-line ps-2 text-muted"
        title={i18n.t('kinds.text.quoted', { name: body.quote.name })}
      >
        <FoldedText text={`${body.quote.name}:`} />
        <FoldedText text={body.quote.quoted} />
      </blockquote>
      <FoldedText text={body.quote.reply} />
    </div>
  );
}
