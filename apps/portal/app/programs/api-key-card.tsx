import type { ApiKeyView } from '../api/programs.ts';
import { Confirm } from '../components/confirm.tsx';
import { Field } from '../components/field.tsx';
import { FactList } from '../components/fact-list.tsx';
import { Button, buttonClass } from '../components/button.tsx';
import { Form } from '@remix-run/react';
import { grantWords } from '../members/grant-words.ts';
import type { Refusal } from '../session/act.ts';
import { useWords } from '../words/words-context.tsx';
import { ChangeKey } from './change-key.tsx';

interface CardProps {
  readonly apiKey: ApiKeyView;
  /** The last day on which it opens, in the company's zone. */
  readonly endsOn: string;
  /** What a change of it was refused for. */
  readonly refused: Refusal | undefined;
}

/** A key: what it may do and where in words, when it ends, when it was used. */
export function ApiKeyCard({ apiKey, endsOn, refused }: CardProps) {
  const words = useWords();
  const { t, when } = words;
  const { keyId, prefix, name, purpose, scopes, grants, networks, madeBy, madeAt, state, isMine } = apiKey;
  const isOpen = state === 'open';
  const used =
    apiKey.lastUsedAt === null
      ? t('apiKeys.never')
      : t('apiKeys.usedFrom', { time: when(apiKey.lastUsedAt), address: apiKey.lastAddress ?? '?' });
  return (
    <section className={`rounded-lg border border-line p-4 ${isOpen ? '' : 'opacity-70'}`} aria-label={name}>
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3">
        <h2 className="font-semibold">{name}</h2>
        <span className={`text-sm ${isOpen ? 'text-healthy' : 'text-muted'}`}>{t(`apiKeys.state.${state}`)}</span>
        <code className="font-mono text-xs break-all text-muted">{prefix}…</code>
      </div>
      <p className="mb-3 text-sm text-muted">{purpose}</p>
      <FactList
        facts={[
          [t('apiKeys.scopes'), scopes.map((scope) => t(`apiKeys.scope.${scope}`)).join(t('common.comma'))],
          [
            t('apiKeys.opens'),
            grants.length === 0
              ? t('apiKeys.noContent')
              : grants.map((grant) => grantWords(grant, undefined, words)).join(t('members.between')),
          ],
          [t('apiKeys.networks'), networks.length === 0 ? t('apiKeys.everywhere') : networks.join(t('common.comma'))],
          [t('apiKeys.ends'), when(apiKey.expiresAt)],
          [t('apiKeys.used'), used],
        ]}
      />
      <p className="mt-2 text-xs text-muted">
        {t('apiKeys.madeBy', { name: madeBy.name, time: when(madeAt) })}
        {apiKey.formerUntil !== null && ` · ${t('apiKeys.former', { time: when(apiKey.formerUntil) })}`}
      </p>
      {isOpen && (
        <div className="mt-3 flex flex-wrap items-start gap-2">
          <ChangeKey apiKey={apiKey} endsOn={endsOn} refused={refused} />
          {isMine && <Rotate keyId={keyId} />}
          <Confirm
            open={t('apiKeys.revoke')}
            warning={t('apiKeys.revokeWarning')}
            confirm={t('apiKeys.revoke')}
            fields={{ intent: 'revoke', keyId }}
          />
        </div>
      )}
    </section>
  );
}

function Rotate({ keyId }: { keyId: string }) {
  const { t } = useWords();
  return (
    <details>
      <summary className={buttonClass('plain')}>{t('apiKeys.rotate')}</summary>
      <Form method="post" className="mt-2 flex max-w-sm flex-col gap-3 rounded-md border border-line bg-surface-2 p-3">
        <input type="hidden" name="intent" value="rotate" />
        <input type="hidden" name="keyId" value={keyId} />
        <p className="text-sm">{t('apiKeys.rotateWarning')}</p>
        <Field
          label={t('apiKeys.password')}
          hint={t('apiKeys.passwordHint')}
          name="password"
          type="password"
          autoComplete="current-password"
        />
        <div>
          <Button look="primary">{t('apiKeys.rotate')}</Button>
        </div>
      </Form>
    </details>
  );
}
