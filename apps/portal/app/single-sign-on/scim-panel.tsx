import { Form } from '@remix-run/react';
import type { SignOnView, SingleSignOnView } from '../api/single-sign-on.ts';
import { Button } from '../components/button.tsx';
import { CodeCopy } from '../components/code-copy.tsx';
import { Panel } from '../components/panel.tsx';
import { SelectField } from '../components/select-field.tsx';
import { useWords } from '../words/words-context.tsx';
import { joiningOptions } from './joining-options.ts';

interface Props {
  readonly signOns: readonly SignOnView[];
  readonly tokens: SingleSignOnView['scimTokens'];
  readonly url: string;
}

/** Tokens with which a provider keeps memberships. */
export function ScimPanel({ signOns, tokens, url }: Props) {
  const { t, when } = useWords();
  return (
    <Panel title={t('singleSignOn.scim')}>
      <div className="flex flex-col gap-3">
        <p className="text-sm text-muted">{t('singleSignOn.scimLead')}</p>
        <p className="text-sm">{t('singleSignOn.scimUrl')}</p>
        <CodeCopy text={url} label={t('singleSignOn.scimUrl')} wraps />
        {tokens.map(({ tokenId, prefix, lastUsedAt }) => (
          <Form method="post" key={tokenId} className="flex flex-wrap items-center gap-3 border-t border-line pt-3">
            <input type="hidden" name="tokenId" value={tokenId} />
            <code className="text-sm">{prefix}…</code>
            <span className="text-sm text-muted">
              {lastUsedAt === null
                ? t('singleSignOn.scimUnused')
                : t('singleSignOn.scimUsed', { time: when(lastUsedAt) })}
            </span>
            <Button look="danger" name="intent" value="end-token">
              {t('singleSignOn.scimEnd')}
            </Button>
          </Form>
        ))}
        <Form method="post" className="flex flex-col gap-3 border-t border-line pt-3">
          <SelectField
            label={t('singleSignOn.scimOf')}
            name="signOnId"
            options={signOns.map(({ signOnId, name }) => ({ value: signOnId, label: name }))}
          />
          <SelectField label={t('singleSignOn.scimRole')} name="role" options={joiningOptions(t)} />
          <div>
            <Button name="intent" value="make-token">
              {t('singleSignOn.scimMake')}
            </Button>
          </div>
        </Form>
      </div>
    </Panel>
  );
}
