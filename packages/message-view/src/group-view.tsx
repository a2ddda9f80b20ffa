import type { MessageBody } from '@highwater/domain';
import { Square } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldList } from './field-list.tsx';
import { FoldedList } from './folded-list.tsx';
import { FoldedText } from './folded-text.tsx';
import { useDrawing } from './message-context.ts';
import { NamedPerson } from './named-person.tsx';
import { TitledCard } from './titled-card.tsx';
import { Words } from './words.tsx';

export function TodoView({ body }: { body: Extract<MessageBody, { kind: 'todo' }> }): ReactNode {
  return (
    <TitledCard kind="todo" title={body.title}>
      <div className="flex gap-2">
        <Square aria-hidden size={14} className="mt-1 shrink-0 text-field" />
        <div className="min-w-0">
          <FoldedText text={body.content} />
        </div>
      </div>
    </TitledCard>
  );
}

export function VoteView({ body }: { body: Extract<MessageBody, { kind: 'vote' }> }): ReactNode {
  const { i18n } = useDrawing();
  const isCast = body.step === 'join';
  return (
    <TitledCard kind="vote" label={i18n.t(`kinds.vote.${body.step}`)} title={body.title}>
      <FoldedList
        className="mt-1 space-y-1"
        entries={body.options}
        plain={(option) => option}
        draw={(option, at) => (
          <li key={at} className="flex gap-2 rounded-sm bg-surface-2 px-2 py-0.5">
            <span
              aria-hidden="true"
              className={`mt-1.5 size-3 shrink-0 rounded-full border ${isCast ? 'border-accent bg-accent' : 'border-field'}`}
            />
            <div className="min-w-0 flex-1">
              <FoldedText text={option} />
            </div>
          </li>
        )}
      />
    </TitledCard>
  );
}

const QUESTION_TYPES = ['Text', 'Number', 'Date', 'Time'] as const;

export function CollectView({ body }: { body: Extract<MessageBody, { kind: 'collect' }> }): ReactNode {
  const { i18n } = useDrawing();
  const typeName = (type: string): string => {
    const known = QUESTION_TYPES.find((one) => one === type);
    return known === undefined ? type : i18n.t(`kinds.collect.question.${known}`);
  };
  return (
    <TitledCard kind="collect" title={body.title}>
      <FoldedList
        numbered
        className="mt-1 list-decimal space-y-0.5 ps-5 marker:text-muted"
        entries={body.questions}
        plain={({ question }) => question}
        draw={(question, at) => (
          <li key={at}>
            <Words text={question.question} />{' '}
            <span className="rounded-sm bg-surface-3 px-1 text-xs text-muted">
              <Words text={typeName(question.type)} />
            </span>
          </li>
        )}
      />
      <FieldList
        fields={[
          ['room', body.roomName],
          ['creator', body.creator],
          ['createdAt', body.createdAt],
        ]}
      />
    </TitledCard>
  );
}

export function SolitaireView({ body }: { body: Extract<MessageBody, { kind: 'solitaire' }> }): ReactNode {
  return (
    <TitledCard kind="solitaire" title={body.title}>
      <FoldedText text={body.content} />
      <FoldedList
        numbered
        className="mt-1 list-decimal space-y-0.5 ps-5 marker:text-muted"
        entries={body.entries}
        plain={({ content }) => content}
        draw={(entry, at) => (
          <li key={at}>
            <Words text={entry.content} />{' '}
            <span className="text-xs text-muted">{entry.person !== null && <NamedPerson person={entry.person} />}</span>
          </li>
        )}
      />
    </TitledCard>
  );
}
