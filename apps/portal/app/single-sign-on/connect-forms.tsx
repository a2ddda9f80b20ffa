import { Form } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { CONTROL, Field, FieldFrame } from '../components/field.tsx';
import { Panel } from '../components/panel.tsx';
import { useWords } from '../words/words-context.tsx';

/** How a provider is connected: by its address, or by its metadata. */
export function ConnectForms() {
  const { t } = useWords();
  const name = <Field label={t('singleSignOn.name')} hint={t('singleSignOn.nameHint')} name="name" required />;
  return (
    <>
      <Panel title={t('singleSignOn.connectOidc')}>
        <Form method="post" className="flex flex-col gap-3">
          <input type="hidden" name="intent" value="oidc" />
          {name}
          <Field label={t('singleSignOn.issuer')} name="issuer" type="url" required />
          <Field label={t('singleSignOn.clientId')} name="clientId" autoComplete="off" required />
          <Field label={t('singleSignOn.clientSecret')} name="clientSecret" type="password" autoComplete="off" />
          <div>
            <Button>{t('singleSignOn.connect')}</Button>
          </div>
        </Form>
      </Panel>
      <Panel title={t('singleSignOn.connectSaml')}>
        <Form method="post" className="flex flex-col gap-3">
          <input type="hidden" name="intent" value="saml" />
          {name}
          <FieldFrame label={t('singleSignOn.metadata')}>
            {({ id }) => <textarea id={id} name="metadata" rows={4} required className={`${CONTROL} py-2 font-mono`} />}
          </FieldFrame>
          <div>
            <Button>{t('singleSignOn.connect')}</Button>
          </div>
        </Form>
      </Panel>
    </>
  );
}
