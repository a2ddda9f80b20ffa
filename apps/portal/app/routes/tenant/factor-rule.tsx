import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { changeFactorRule, getFactorRule } from '../../api/account.ts';
import { Button } from '../../components/button.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { paths } from '../../paths.ts';
import { act, textField } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { requireMember } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('account.rule.title');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    await requireMember(visit);
    return { rule: await getFactorRule(visit.api), isSaved: visit.url.searchParams.has('saved') };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    await changeFactorRule(visit.api, textField(form, 'required') !== '');
    throw redirect(paths.factorRule({ saved: '1' }));
  });

/** Whether the company lets nobody in without a second factor. */
export default function FactorRule() {
  const { rule, isSaved } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <div className="max-w-2xl">
      <PageHead title={t('account.rule.title')} lead={t('account.rule.lead')} />
      {isSaved && refusal === undefined && (
        <div className="mb-4" role="status">
          <Notice tone="healthy" title={t('account.rule.saved')} />
        </div>
      )}
      {!rule.mayChange && <p className="mb-4 text-muted">{t('account.rule.readOnly')}</p>}
      <Form method="post">
        <fieldset disabled={!rule.mayChange} className="flex min-w-0 flex-col gap-4">
          <FormProblem problem={refusal?.problem} />
          {refusal?.problem.fault === 'factor.own_first' && (
            <TextLink to={paths.account({ next: paths.factorRule() })}>{t('account.rule.setUpOwn')}</TextLink>
          )}
          <label className="flex min-h-9 items-center gap-2">
            <input type="checkbox" name="required" value="1" defaultChecked={rule.required} />
            {t('account.rule.required')}
          </label>
          <p className="text-sm text-muted">{t('account.rule.what')}</p>
          {rule.mayChange && (
            <>
              {!rule.required && <p className="text-sm text-muted">{t('account.rule.ownFirst')}</p>}
              <div>
                <Button look="primary">{t('account.rule.save')}</Button>
              </div>
            </>
          )}
        </fieldset>
      </Form>
    </div>
  );
}
