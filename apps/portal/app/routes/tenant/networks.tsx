import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { getAddressRule, setAddressRule } from '../../api/programs.ts';
import { Button } from '../../components/button.tsx';
import { CONTROL, FieldFrame } from '../../components/field.tsx';
import { fieldError, FormProblem } from '../../components/form-problem.tsx';
import { Notice } from '../../components/notice.tsx';
import { OnlyLook } from '../../components/only-look.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { paths } from '../../paths.ts';
import { readNetworkLines, writeNetworkLines } from '../../programs/network-lines.ts';
import { act, textField } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { requireRight, requireSight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('apiKeys.networksTitle');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const { mayChange } = await requireSight(visit, 'manage_identity');
    return { mayChange, rule: await getAddressRule(visit.api), isSaved: visit.url.searchParams.has('saved') };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    await requireRight(visit, 'manage_identity');
    const networks = readNetworkLines(textField(form, 'networks'));
    await setAddressRule(visit.api, { enabled: form.has('enabled'), networks });
    throw redirect(paths.networks({ saved: '1' }));
  });

export default function Networks() {
  const { rule, isSaved, mayChange } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, when } = useWords();
  const { yourAddress, changedAt, changedBy } = rule;
  const error = fieldError(refusal?.problem, 'networks', t('apiKeys.listWrong'));
  return (
    <div className="max-w-2xl">
      <PageHead title={t('apiKeys.networksTitle')} lead={t('apiKeys.networksLead')} />
      {isSaved && refusal === undefined && (
        <div className="mb-4" role="status">
          <Notice tone="healthy" title={t('apiKeys.saved')} />
        </div>
      )}
      <OnlyLook needs={mayChange ? null : 'manage_identity'}>
        <Form method="post" className="flex flex-col gap-5">
          <FormProblem problem={refusal?.problem} fields={['networks']} />
          <p className="text-sm">
            {yourAddress === null ? t('apiKeys.unknownAddress') : t('apiKeys.yourAddress', { address: yourAddress })}
          </p>
          <label className="flex min-h-9 items-center gap-2">
            <input
              type="checkbox"
              name="enabled"
              value="1"
              defaultChecked={refusal === undefined ? rule.enabled : refusal.typed['enabled'] !== undefined}
            />
            {t('apiKeys.enabled')}
          </label>
          <FieldFrame label={t('apiKeys.list')} hint={t('apiKeys.listHint')} error={error}>
            {({ id, describedBy }) => (
              <textarea
                id={id}
                name="networks"
                rows={6}
                aria-describedby={describedBy}
                aria-invalid={error ? true : undefined}
                className={`${CONTROL} py-2 font-mono`}
                defaultValue={refusal?.typed['networks'] ?? writeNetworkLines(rule.networks)}
              />
            )}
          </FieldFrame>
          <div>
            <Button look="primary">{t('apiKeys.save')}</Button>
          </div>
          <p className="text-xs text-muted">
            {changedAt !== null && changedBy !== null
              ? `${t('apiKeys.changed', { name: changedBy, time: when(changedAt) })} · ${t('apiKeys.wayBack')}`
              : t('apiKeys.wayBack')}
          </p>
        </Form>
      </OnlyLook>
    </div>
  );
}
