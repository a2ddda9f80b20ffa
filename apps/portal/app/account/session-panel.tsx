import type { SessionView } from '@highwater/api-client';
import { Form } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { Panel } from '../components/panel.tsx';
import { useWords } from '../words/words-context.tsx';

/** Where the account is signed in; each can be ended. */
export function SessionPanel({ sessions }: { sessions: readonly SessionView[] }) {
  const { t } = useWords();
  return (
    <Panel title={t('account.sessions')}>
      <p className="text-sm text-muted">{t('account.sessionsLead')}</p>
      <ul className="mt-2 divide-y divide-line">
        {sessions.map((session) => (
          <SessionRow key={session.sessionId} session={session} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <Form method="post" className="mt-3">
          <input type="hidden" name="intent" value="end-others" />
          <Button look="danger">{t('account.sessionEndOthers')}</Button>
        </Form>
      )}
    </Panel>
  );
}

function SessionRow({ session }: { session: SessionView }) {
  const { t, when } = useWords();
  const { sessionId, isThis, browser, system, address, factor, createdAt, lastUsedAt } = session;
  const device =
    browser !== null && system !== null
      ? t('account.sessionDevice', { browser, system })
      : (browser ?? system ?? t('account.sessionUnknown'));
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5 text-sm">
      <div className="min-w-0">
        <p className="font-medium">
          {device}{' '}
          {isThis && (
            <span className="rounded-sm bg-healthy/10 px-1.5 py-0.5 text-xs text-healthy">
              {t('account.sessionThis')}
            </span>
          )}
        </p>
        <p className="flex flex-wrap gap-x-3 text-xs text-muted tabular-nums">
          <span>{t('account.sessionUsed', { at: when(lastUsedAt) })}</span>
          <span>{t('account.sessionBegun', { at: when(createdAt) })}</span>
          {address !== null && <span>{t('account.sessionFrom', { address })}</span>}
          {factor !== null && <span>{t(`account.sessionFactor.${factor}`)}</span>}
        </p>
      </div>
      {!isThis && (
        <Form method="post">
          <input type="hidden" name="intent" value="end-session" />
          <input type="hidden" name="sessionId" value={sessionId} />
          <Button look="quiet">{t('account.sessionEnd')}</Button>
        </Form>
      )}
    </li>
  );
}
