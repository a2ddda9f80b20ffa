import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { changeReasonSettings, getReasonSettings } from '../../api/audit.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { fieldError, FormProblem } from '../../components/form-problem.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { paths } from '../../paths.ts';
import { act, textField } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { requireMember } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('reasons.settings.title');

/** What stands in the field where no reason is asked yet: a working day. */
const USUAL_HOURS = 8;

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    await requireMember(visit);
    return { settings: await getReasonSettings(visit.api), isSaved: visit.url.searchParams.has('saved') };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    const isAsked = textField(form, 'asked') !== '';
    await changeReasonSettings(visit.api, isAsked ? Number(textField(form, 'hours')) : null);
    throw redirect(paths.reasonSettings({ saved: '1' }));
  });

export default function ReasonSettings() {
  const { settings, isSaved } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t } = useWords();
  const { hours, mayChange } = settings;
  return (
    <div className="max-w-2xl">
      <PageHead title={t('reasons.settings.title')} lead={t('reasons.settings.lead')} />
      {isSaved && refusal === undefined && (
        <div className="mb-4" role="status">
          <Notice tone="healthy" title={t('reasons.settings.saved')} />
        </div>
      )}
      {!mayChange && <p className="mb-4 text-muted">{t('reasons.settings.readOnly')}</p>}
      <Form method="post">
        <fieldset disabled={!mayChange} className="flex min-w-0 flex-col gap-5">
          <FormProblem problem={refusal?.problem} fields={['hours']} />
          <label className="flex min-h-9 items-center gap-2">
            <input type="checkbox" name="asked" value="1" defaultChecked={hours !== null} />
            {t('reasons.settings.ask')}
          </label>
          <p className="text-sm text-muted">{t('reasons.settings.what')}</p>
          <Field
            label={t('reasons.settings.hours')}
            name="hours"
            type="number"
            min={1}
            max={168}
            defaultValue={refusal?.typed['hours'] ?? String(hours ?? USUAL_HOURS)}
            hint={t('reasons.settings.hoursHint')}
            error={refusal !== undefined && fieldError(refusal.problem, 'hours', t('reasons.settings.hoursWrong'))}
          />
          {mayChange && (
            <div>
              <Button look="primary">{t('reasons.settings.save')}</Button>
            </div>
          )}
        </fieldset>
      </Form>
    </div>
  );
}
