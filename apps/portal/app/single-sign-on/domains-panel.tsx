import { Form } from '@remix-run/react';
import type { SignOnDomainView } from '../api/single-sign-on.ts';
import { Button } from '../components/button.tsx';
import { CodeCopy } from '../components/code-copy.tsx';
import { Field } from '../components/field.tsx';
import { Panel } from '../components/panel.tsx';
import { useWords } from '../words/words-context.tsx';

/** The company's domains, and which record proves each. */
export function DomainsPanel({ domains }: { readonly domains: readonly SignOnDomainView[] }) {
  const { t, when } = useWords();
  return (
    <Panel title={t('singleSignOn.domains')}>
      <div className="flex flex-col gap-4">
        <p className="text-sm text-muted">{t('singleSignOn.domainsLead')}</p>
        {domains.map(({ domain, recordName, record, provenAt }) => (
          <Form method="post" key={domain} className="flex flex-col gap-2 border-t border-line pt-3">
            <input type="hidden" name="domain" value={domain} />
            <p className="flex flex-wrap gap-x-3 font-medium">
              {domain}
              <span className="text-sm font-normal text-muted">
                {provenAt === null ? t('singleSignOn.notProven') : t('singleSignOn.provenAt', { time: when(provenAt) })}
              </span>
            </p>
            {provenAt === null && (
              <>
                <p className="text-sm">{t('singleSignOn.recordName')}</p>
                <CodeCopy text={recordName} label={t('singleSignOn.recordName')} wraps />
                <p className="text-sm">{t('singleSignOn.record')}</p>
                <CodeCopy text={record} label={t('singleSignOn.record')} wraps />
              </>
            )}
            <div className="flex flex-wrap gap-2">
              {provenAt === null && (
                <Button name="intent" value="prove">
                  {t('singleSignOn.prove')}
                </Button>
              )}
              <Button look="danger" name="intent" value="remove-domain">
                {t('singleSignOn.remove')}
              </Button>
            </div>
          </Form>
        ))}
        <Form method="post" className="flex flex-col gap-3 border-t border-line pt-3">
          <Field label={t('singleSignOn.domain')} name="domain" placeholder="example.com" required />
          <div>
            <Button name="intent" value="add-domain">
              {t('singleSignOn.addDomain')}
            </Button>
          </div>
        </Form>
      </div>
    </Panel>
  );
}
