import type { AccountSecurityView } from '@highwater/api-client';
import { Form } from '@remix-run/react';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { Confirm } from '../components/confirm.tsx';
import { Field } from '../components/field.tsx';
import { Notice } from '../components/notice.tsx';
import { Panel } from '../components/panel.tsx';
import { useWords } from '../words/words-context.tsx';
import { addOwnPasskey, usePasskeyCeremony } from './passkey-ceremony.ts';

interface PasskeyPanelProps {
  readonly passkeys: AccountSecurityView['passkeys'];
  readonly mayChange: boolean;
  /** Where the page goes on when one was added. */
  readonly then: string;
}

const LONGEST_NAME = 60;

/** Passkeys of the account: those that are there, and a new one. */
export function PasskeyPanel({ passkeys, mayChange, then }: PasskeyPanelProps) {
  const { t } = useWords();
  return (
    <Panel title={t('account.passkeys')}>
      <div className="flex flex-col gap-4 text-sm">
        <p className="text-muted">{t('account.passkeysLead')}</p>
        {passkeys.length === 0 && <p>{t('account.passkeysNone')}</p>}
        {passkeys.length > 0 && (
          <ul className="divide-y divide-line">
            {passkeys.map((passkey) => (
              <PasskeyRow key={passkey.passkeyId} passkey={passkey} mayChange={mayChange} />
            ))}
          </ul>
        )}
        <NewPasskey mayChange={mayChange} then={then} />
      </div>
    </Panel>
  );
}

function PasskeyRow({
  passkey: { passkeyId, name, createdAt, isSynced },
  mayChange,
}: {
  passkey: PasskeyPanelProps['passkeys'][number];
  mayChange: boolean;
}) {
  const { t, when } = useWords();
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-2.5">
      <div className="min-w-0">
        <p className="font-medium break-words">{name ?? t('account.passkeyUnnamed')}</p>
        <p className="text-xs text-muted tabular-nums">{t('account.passkeyAdded', { at: when(createdAt) })}</p>
        {isSynced && <p className="text-xs text-muted">{t('account.passkeySynced')}</p>}
      </div>
      <div className="flex flex-wrap gap-x-2">
        <details>
          <summary className="min-h-9 py-2 text-accent">{t('account.passkeyRename')}</summary>
          <Form method="post" className="flex max-w-xs flex-col gap-2">
            <input type="hidden" name="intent" value="rename-passkey" />
            <input type="hidden" name="passkeyId" value={passkeyId} />
            <Field
              label={t('account.passkeyName')}
              name="name"
              required
              maxLength={LONGEST_NAME}
              defaultValue={name ?? ''}
            />
            <div>
              <Button>{t('account.passkeyRenameSave')}</Button>
            </div>
          </Form>
        </details>
        {mayChange && (
          <Confirm
            open={t('account.passkeyRemove')}
            warning={t('account.passkeyRemoveWarning')}
            confirm={t('account.passkeyRemoveConfirm')}
            fields={{ intent: 'remove-passkey', passkeyId }}
          />
        )}
      </div>
    </li>
  );
}

function NewPasskey({ mayChange, then }: { mayChange: boolean; then: string }) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const { state, run } = usePasskeyCeremony(then);
  const isReady = mayChange && state !== 'loading' && state !== 'busy';
  return (
    <form
      className="flex max-w-md flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void run(() => addOwnPasskey(name.trim()));
      }}
    >
      {state === 'refused' && <Notice tone="loss" alert title={t('account.passkeyRefused')} />}
      <noscript>
        <p className="text-muted">{t('account.passkeyNoScript')}</p>
      </noscript>
      <Field
        label={t('account.passkeyNameNew')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        required
        maxLength={LONGEST_NAME}
        disabled={!isReady}
      />
      <div>
        <Button icon={<KeyRound aria-hidden size={16} />} disabled={!isReady || name.trim() === ''}>
          {t('account.passkeyAdd')}
        </Button>
      </div>
    </form>
  );
}
