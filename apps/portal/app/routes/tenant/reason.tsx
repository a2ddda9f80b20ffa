import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { getReason, giveReason } from '../../api/audit.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { CONTROL, FieldFrame } from '../../components/field.tsx';
import { fieldError, FormProblem } from '../../components/form-problem.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { act, textField } from '../../session/act.ts';
import { nextPath } from '../../session/next-path.ts';
import { read } from '../../session/read.ts';
import { requireMember } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('reasons.title');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const { tenant } = await requireMember(visit);
    const next = nextPath(visit.url.searchParams.get('next'));
    return { state: await getReason(visit.api), next, company: tenant.name };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    await giveReason(visit.api, textField(form, 'reason'));
    throw redirect(nextPath(textField(form, 'next')));
  });

/** Asks why content is opened, and goes on where the visitor wanted to be. */
export default function Reason() {
  const { state, next, company } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, when } = useWords();
  const { hours, until } = state;
  if (hours === null) {
    return (
      <div className="max-w-xl">
        <PageHead title={t('reasons.title')} lead={t('reasons.notAsked')} />
        <ButtonLink to={next} look="primary">
          {t('reasons.goOn')}
        </ButtonLink>
      </div>
    );
  }
  return (
    <div className="max-w-xl">
      <PageHead title={t('reasons.title')} lead={t('reasons.lead', { company, hours })} />
      {until !== null && (
        <div className="mb-4">
          <Notice tone="healthy" title={t('reasons.current', { time: when(until) })} />
        </div>
      )}
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="next" value={next} />
        <FormProblem problem={refusal?.problem} fields={['reason']} />
        <FieldFrame
          label={t('reasons.field')}
          hint={t('reasons.hint')}
          error={refusal !== undefined && fieldError(refusal.problem, 'reason', t('reasons.wrong'))}
        >
          {({ id, describedBy }) => (
            <textarea
              id={id}
              name="reason"
              rows={3}
              required
              minLength={5}
              maxLength={500}
              aria-describedby={describedBy}
              defaultValue={refusal?.typed['reason'] ?? ''}
              className={`${CONTROL} py-2`}
            />
          )}
        </FieldFrame>
        <p className="text-xs text-muted">{t('reasons.whoReads')}</p>
        <div>
          <Button look="primary">{t('reasons.submit')}</Button>
        </div>
      </Form>
    </div>
  );
}
