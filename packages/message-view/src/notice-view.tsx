import type { MessageBody, MessageKind, PersonKey } from '@highwater/domain';
import type { ReactNode } from 'react';
import { KindIcon } from './kind-icon.tsx';
import { useDrawing } from './message-context.ts';
import { Moment } from './moment.tsx';
import { NamedLine } from './named-person.tsx';

/** One centred line for what happened rather than what was said. */
function NoticeLine({ kind, children }: { kind: MessageKind; children: ReactNode }): ReactNode {
  return (
    <p data-kind={kind} className="text-center text-xs text-muted">
      <span className="inline-block max-w-full rounded-lg bg-surface-2 px-3 py-1 wrap-anywhere">
        <span className="mr-1.5 inline-block align-[-2px]">
          <KindIcon kind={kind} />
        </span>
        {children}
      </span>
    </p>
  );
}

export function RecallView({ preMsgid, sender }: { preMsgid: string; sender: PersonKey | null }): ReactNode {
  const { i18n, messageHref } = useDrawing();
  const href = preMsgid === '' ? null : (messageHref?.(preMsgid) ?? null);
  return (
    <NoticeLine kind="revoke">
      <NamedLine line={(name) => i18n.t('kinds.revoke.line', { name })} person={sender} />
      {' · '}
      {href !== null ? (
        <a href={href} className="text-accent underline underline-offset-2">
          {i18n.t('kinds.revoke.open')}
        </a>
      ) : (
        <span>
          {preMsgid === '' ? i18n.t('kinds.revoke.noTarget') : `${i18n.t('kinds.revoke.target')} ${preMsgid}`}
        </span>
      )}
    </NoticeLine>
  );
}

export function ConsentView({ body }: { body: Extract<MessageBody, { kind: 'agree' | 'disagree' }> }): ReactNode {
  const { i18n } = useDrawing();
  return (
    <NoticeLine kind={body.kind}>
      <NamedLine line={(name) => i18n.t(`kinds.${body.kind}.line`, { name })} person={body.person} />{' '}
      <Moment at={body.decidedAt} />
    </NoticeLine>
  );
}

export function SwitchView({ body }: { body: Extract<MessageBody, { kind: 'switch' }> }): ReactNode {
  const { i18n } = useDrawing();
  return (
    <NoticeLine kind="switch">
      <NamedLine line={(name) => i18n.t('kinds.switch.line', { name })} person={body.person} />
    </NoticeLine>
  );
}
