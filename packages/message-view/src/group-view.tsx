import type { MessageBody } from '@highwater/domain';
import type { ReactNode } from 'react';
import { FieldList } from './field-list.tsx';
import { FoldedText } from './folded-text.tsx';
import { useDrawing } from './message-context.ts';
import { TitledCard } from './titled-card.tsx';
import { Words } from './words.tsx';

export function TodoView({ body }: { body: Extract<MessageBody, { kind: 'todo' }> }): ReactNode {
  return (
    <TitledCard kind="todo" title={<Words text={body.title} />}>
      <FoldedText text={body.content} />
    </TitledCard>
  );
}

export function VoteView({ body }: { body: Extract<MessageBody, { kind: 'vote' }> }): ReactNode {
  const { i18n } = useDrawing();
  return (
    <TitledCard kind="vote" label={i18n.t(`kinds.vote.${body.step}`)} title={<Words text={body.title} />}>
      <ul className="list-disc ps-5">
        {body.options.map((option, at) => (
          <li key={at}>
            <Words text={option} />
          </li>
        ))}
      </ul>
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
    <TitledCard kind="collect" title={<Words text={body.title} />}>
      <ol className="list-decimal ps-5">
        {body.questions.map((question, at) => (
          <li key={at}>
            <Words text={question.question} /> <span className="text-xs text-muted">{typeName(question.type)}</span>
          </li>
        ))}
      </ol>
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
  const { nameOf } = useDrawing();
  return (
    <TitledCard kind="solitaire" title={<Words text={body.title} />}>
      <FoldedText text={body.content} />
      <ol className="list-decimal ps-5">
        {body.entries.map((entry, at) => (
          <li key={at}>
            <Words text={entry.content} /> <span className="text-xs text-muted">{nameOf(entry.person)}</span>
          </li>
        ))}
      </ol>
    </TitledCard>
  );
}

type PacketBody = Extract<MessageBody, { kind: 'redpacket' | 'external_redpacket' }>;

export function RedPacketView({ body }: { body: PacketBody }): ReactNode {
  const { i18n } = useDrawing();
  return (
    <TitledCard kind={body.kind} label={i18n.t(`kinds.packet.${body.packet}`)} title={<Words text={body.wish} />}>
      <FieldList
        fields={[
          ['amount', body.amountFen === null ? '' : i18n.formatMoneyFen(body.amountFen)],
          ['count', body.count === null ? '' : i18n.formatCount(body.count)],
        ]}
      />
    </TitledCard>
  );
}
