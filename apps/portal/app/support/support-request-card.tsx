import type { ReactNode } from 'react';
import { sumSupportLooks } from '@highwater/domain';
import type { SupportRequest } from '../api/support.ts';
import type { PersonView, RoomView } from '../api/types.ts';
import { Confirm } from '../components/confirm.tsx';
import { FactList } from '../components/fact-list.tsx';
import { Panel } from '../components/panel.tsx';
import type { Refusal } from '../session/act.ts';
import { useWords } from '../words/words-context.tsx';
import { ApproveForm } from './approve-form.tsx';
import { SupportState } from './support-state.tsx';

interface CardProps {
  readonly request: SupportRequest;
  /** To choose from. */
  readonly people: readonly PersonView[];
  readonly rooms: readonly RoomView[];
  readonly refusal: Refusal | undefined;
}

/** One request as its owner decides on it, or what became of it. */
export function SupportRequestCard({ request, people, rooms, refusal }: CardProps) {
  const { t, when } = useWords();
  const { requestId, number, state, operatorName, reason, untilAt } = request;
  const scopes = (given: SupportRequest['scopes']) => given.map((scope) => t(`support.scope.${scope}`)).join(' · ');
  const named = (list: readonly { readonly name: string | null }[]) => list.map(({ name }) => name ?? '—').join('、');
  const decided = state !== 'asked' && request.decidedAt !== null;
  const approved: readonly (readonly [string, ReactNode])[] =
    untilAt === null
      ? []
      : [
          [t('support.allowed'), scopes(request.scopes)],
          ...(request.people.length > 0 ? [[t('support.people'), named(request.people)] as const] : []),
          ...(request.rooms.length > 0 ? [[t('support.rooms'), named(request.rooms)] as const] : []),
          ...(request.sentFrom !== null ? [[t('support.from'), when(request.sentFrom)] as const] : []),
          ...(request.sentUntil !== null ? [[t('support.untilDay'), when(request.sentUntil - 1)] as const] : []),
          [t('support.until'), when(untilAt)],
          [t('support.looks'), <Looks key="looks" request={request} />],
        ];
  return (
    <Panel title={t('support.number', { number })} aside={<SupportState request={request} />}>
      <div className="flex flex-col gap-4">
        <p className="font-medium">{t('support.by', { name: operatorName })}</p>
        <FactList
          facts={[
            [t('support.reason'), reason],
            [t('support.wants'), scopes(request.askedScopes)],
            [t('support.hours'), t('support.hoursCount', { count: request.hours ?? request.askedHours })],
            [t('support.askedAt'), when(request.askedAt)],
            ...(state === 'asked' ? [[t('support.answerUntil'), when(request.answerUntil)] as const] : []),
            ...(decided ? [[t('support.decidedBy'), request.decidedByName ?? '—'] as const] : []),
            ...approved,
            ...(request.endedAt === null ? [] : [[t('support.endedAt'), when(request.endedAt)] as const]),
          ]}
        />
        {state === 'asked' && (
          <div className="flex flex-col gap-3">
            <ApproveForm request={request} people={people} rooms={rooms} refusal={refusal} />
            <Confirm
              open={t('support.refuse')}
              warning={t('support.refuseWarning')}
              confirm={t('support.refuseConfirm')}
              fields={{ intent: 'refuse', requestId }}
            />
          </div>
        )}
        {state === 'approved' && (
          <Confirm
            open={t('support.end')}
            warning={t('support.endWarning')}
            confirm={t('support.endConfirm')}
            fields={{ intent: 'end', requestId }}
          />
        )}
      </div>
    </Panel>
  );
}

function Looks({ request: { looks } }: { request: SupportRequest }) {
  const { t } = useWords();
  if (looks.length === 0) return t('support.noLooks');
  return (
    <ul>
      {sumSupportLooks(looks).map(({ kind, count }) => (
        <li key={kind}>{t('support.look', { what: t(`support.seen.${kind}`), count })}</li>
      ))}
    </ul>
  );
}
