import type { MessageBody } from '@highwater/domain';
import type { ReactNode } from 'react';
import { useDrawing } from './message-context.ts';
import { Moment } from './moment.tsx';

/** One centred line for what happened rather than what was said. */
function NoticeLine({ kind, children }: { kind: string; children: ReactNode }): ReactNode {
  return (
    <p data-kind={kind} className="text-center text-sm text-muted">
      {children}
    </p>
  );
}

export function RecallView({ preMsgid, sender }: { preMsgid: string; sender: string }): ReactNode {
  const { i18n, messageHref } = useDrawing();
  const href = preMsgid === '' ? null : (messageHref?.(preMsgid) ?? null);
  return (
    <NoticeLine kind="revoke">
      {i18n.t('kinds.revoke.line', { name: sender })}{' '}
      {href !== null ? (
        <a href={href} className="text-accent underline underline-offset-2">
          {i18n.t('kinds.revoke.open')}
        </a>
      ) : (
        <span className="text-xs">
          {preMsgid === '' ? i18n.t('kinds.revoke.noTarget') : `${i18n.t('kinds.revoke.target')} ${preMsgid}`}
        </span>
      )}
    </NoticeLine>
  );
}

export function ConsentView({ body }: { body: Extract<MessageBody, { kind: 'agree' | 'disagree' }> }): ReactNode {
  const { i18n, nameOf } = useDrawing();
  return (
    <NoticeLine kind={body.kind}>
      {i18n.t(`kinds.${body.kind}.line`, { name: nameOf(body.person) })} <Moment at={body.decidedAt} />
    </NoticeLine>
  );
}

export function SwitchView({ body }: { body: Extract<MessageBody, { kind: 'switch' }> }): ReactNode {
  const { i18n, nameOf } = useDrawing();
  return <NoticeLine kind="switch">{i18n.t('kinds.switch.line', { name: nameOf(body.person) })}</NoticeLine>;
}
