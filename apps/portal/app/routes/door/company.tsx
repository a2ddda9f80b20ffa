import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { createCompany } from '../../api/setup.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { fieldError, FormProblem } from '../../components/form-problem.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { paths } from '../../paths.ts';
import { act, textField } from '../../session/act.ts';
import { asLanguage } from '../../session/choose-language.ts';
import { makeCookie, TENANT_COOKIE } from '../../session/cookies.ts';
import { read } from '../../session/read.ts';
import { requireUser } from '../../session/require-member.ts';
import { zoneOptions } from '../../session/zones.ts';
import { DoorCard } from '../../shell/door-card.tsx';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('identity.companyTitle');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    await requireUser(visit);
    return { zones: zoneOptions(), key: crypto.randomUUID() };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    const company = {
      name: textField(form, 'name'),
      zone: textField(form, 'zone'),
      language: asLanguage(textField(form, 'language')) ?? 'zh-CN',
    };
    const tenant = await createCompany(visit.api, company, textField(form, 'key'));
    const cookie = makeCookie(TENANT_COOKIE, tenant.tenantId, visit.context.portalUrl.startsWith('https:'));
    throw redirect(paths.connect(), { headers: { 'Set-Cookie': cookie } });
  });

export default function Company() {
  const { zones, key } = useLoaderData<typeof loader>();
  const { t, language } = useWords();
  const refusal = useActionData<typeof action>();
  const typed = refusal?.typed;
  return (
    <DoorCard title={t('identity.companyTitle')} lead={t('identity.companyLead')}>
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="key" value={key} />
        <FormProblem problem={refusal?.problem} fields={['name', 'zone']} />
        <Field
          label={t('identity.companyName')}
          name="name"
          required
          maxLength={120}
          autoComplete="organization"
          hint={t('identity.companyNameHint')}
          defaultValue={typed?.['name'] ?? ''}
          error={fieldError(refusal?.problem, 'name', t('errors.nameWrong', { count: 120 }))}
        />
        <SelectField
          label={t('identity.zone')}
          name="zone"
          hint={t('identity.zoneHint')}
          defaultValue={typed?.['zone'] ?? 'Asia/Shanghai'}
          options={zones}
          error={fieldError(refusal?.problem, 'zone', t('errors.zoneWrong'))}
        />
        <SelectField
          label={t('identity.companyLanguage')}
          name="language"
          hint={t('identity.companyLanguageHint')}
          defaultValue={typed?.['language'] ?? language}
          options={[
            { value: 'zh-CN', label: '简体中文' },
            { value: 'en', label: 'English' },
          ]}
        />
        <Button look="primary">{t('identity.companyCreate')}</Button>
      </Form>
    </DoorCard>
  );
}
