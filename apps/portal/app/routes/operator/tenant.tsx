import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { askSupport, endOwnSupport, listOperatorTenants, listTenantSupport } from '../../api/operator.ts';
import { SUPPORT_SCOPES } from '../../api/support.ts';
import { Button } from '../../components/button.tsx';
import { CONTROL, FieldFrame } from '../../components/field.tsx';
import { fieldError, FormProblem } from '../../components/form-problem.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Panel } from '../../components/panel.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { requireOperator } from '../../operator/require-operator.ts';
import { SupportList } from '../../operator/support-list.tsx';
import { paths } from '../../paths.ts';
import { act, listField, textField } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { HoursField, ScopeFields } from '../../support/scope-fields.tsx';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('operator.support');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit, params) => {
    await requireOperator(visit);
    const tenantId = params['tenantId'] ?? '';
    const [requests, tenants] = await Promise.all([
      listTenantSupport(visit.api, tenantId),
      listOperatorTenants(visit.api),
    ]);
    return { requests, name: tenants.find((tenant) => tenant.tenantId === tenantId)?.name ?? '' };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form, params) => {
    const tenantId = params['tenantId'] ?? '';
    if (textField(form, 'intent') === 'end') {
      await endOwnSupport(visit.api, { tenantId, requestId: textField(form, 'requestId') });
    } else {
      const chosen = listField(form, 'scopes');
      await askSupport(visit.api, tenantId, {
        reason: textField(form, 'reason'),
        scopes: SUPPORT_SCOPES.filter((scope) => chosen.includes(scope)),
        hours: Number(textField(form, 'hours')),
      });
    }
    throw redirect(paths.operatorTenant(tenantId));
  });

export default function Tenant() {
  const { requests, name } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t } = useWords();
  const problem = refusal?.problem;
  return (
    <div className="flex flex-col gap-6 pt-6">
      <div className="-mb-5">
        <TextLink to={paths.operator()}>{t('operator.back')}</TextLink>
        <PageHead title={name} lead={t('operator.lead')} />
      </div>
      <section>
        <h2 className="mb-2 font-semibold">{t('operator.support')}</h2>
        <SupportList requests={requests} acts />
      </section>
      <div className="max-w-2xl">
        <Panel title={t('operator.ask')}>
          <Form key={requests.length} method="post" className="flex flex-col gap-4">
            <input type="hidden" name="intent" value="ask" />
            <p className="text-sm text-muted">{t('operator.askLead')}</p>
            <FormProblem problem={problem} fields={['reason', 'scopes']} />
            <FieldFrame
              label={t('operator.reason')}
              hint={t('operator.reasonHint')}
              error={fieldError(problem, 'reason', t('operator.reasonHint'))}
            >
              {({ id, describedBy }) => (
                <textarea
                  id={id}
                  aria-describedby={describedBy}
                  name="reason"
                  required
                  minLength={10}
                  maxLength={1000}
                  rows={3}
                  className={`${CONTROL} py-2`}
                  defaultValue={refusal?.typed['reason'] ?? ''}
                />
              )}
            </FieldFrame>
            <ScopeFields
              legend={t('operator.scopes')}
              scopes={SUPPORT_SCOPES}
              chosen={['health']}
              error={fieldError(problem, 'scopes', t('support.pickScope'))}
            />
            <HoursField label={t('operator.hours')} most={4} chosen={2} />
            <div>
              <Button look="primary">{t('operator.send')}</Button>
            </div>
          </Form>
        </Panel>
      </div>
    </div>
  );
}
