import { Form } from '@remix-run/react';
import type { ConnectionView } from '../api/setup-types.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { fieldError, FormProblem } from '../components/form-problem.tsx';
import { Notice } from '../components/notice.tsx';
import type { Refusal } from '../session/act.ts';
import { useWords } from '../words/words-context.tsx';

/** Continuous or daily, with what daily means for the five days. */
export function PullingForm({ connection, refusal }: { connection: ConnectionView; refusal: Refusal | undefined }) {
  const { t } = useWords();
  const { mode, timeOfDay, zone } = connection.pulling;
  const problem = refusal?.intent === 'pulling' ? refusal.problem : null;
  return (
    <Form method="post" className="flex flex-col gap-3">
      <input type="hidden" name="intent" value="pulling" />
      <input type="hidden" name="connectionId" value={connection.connectionId} />
      <FormProblem problem={problem} fields={['timeOfDay']} />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-sm font-medium">{t('triggers.pulling.mode')}</legend>
        {(['continuous', 'daily'] as const).map((each) => (
          <label key={each} className="flex min-h-9 items-start gap-2 text-sm">
            <input type="radio" name="mode" value={each} defaultChecked={mode === each} className="mt-1" />
            <span>{t(`triggers.pulling.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      <div className="max-w-xs [&_input]:max-w-40">
        <Field
          label={t('triggers.pulling.time')}
          name="timeOfDay"
          type="time"
          required
          defaultValue={refusal?.typed['timeOfDay'] ?? timeOfDay ?? '03:00'}
          hint={t('triggers.pulling.timeHint', { zone })}
          error={fieldError(problem, 'timeOfDay', t('triggers.pulling.time'))}
        />
      </div>
      <Notice tone={mode === 'daily' ? 'attention' : 'neutral'} title={t('triggers.pulling.warning')}>
        {t('triggers.pulling.warningText')}
      </Notice>
      <div>
        <Button>{t('triggers.pulling.save')}</Button>
      </div>
    </Form>
  );
}
