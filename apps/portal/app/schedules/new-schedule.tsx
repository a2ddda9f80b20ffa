import { Form } from '@remix-run/react';
import type { MemberView } from '../api/setup-types.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { fieldError, FormProblem } from '../components/form-problem.tsx';
import { SelectField } from '../components/select-field.tsx';
import type { Refusal } from '../session/act.ts';
import { useWords } from '../words/words-context.tsx';

interface NewScheduleProps {
  readonly members: readonly MemberView[];
  readonly myId: string | null;
  readonly zones: readonly { readonly value: string; readonly label: string }[];
  readonly idempotencyKey: string;
  readonly refusal: Refusal | undefined;
}

/** A schedule's form: yesterday's messages, at an hour of the zone, to members. */
export function NewSchedule({ members, myId, zones, idempotencyKey, refusal }: NewScheduleProps) {
  const { t, zone } = useWords();
  const problem = refusal?.intent === 'create' ? refusal.problem : null;
  return (
    <Form method="post" className="flex flex-col gap-4">
      <input type="hidden" name="intent" value="create" />
      <input type="hidden" name="key" value={idempotencyKey} />
      <FormProblem problem={problem} fields={['name', 'timeOfDay', 'recipients']} />
      <Field
        label={t('schedules.name')}
        name="name"
        required
        maxLength={80}
        defaultValue={refusal?.typed['name'] ?? t('schedules.defaultName')}
        error={fieldError(problem, 'name', t('errors.nameWrong', { count: 200 }))}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t('schedules.time')}
          name="timeOfDay"
          type="time"
          required
          defaultValue={refusal?.typed['timeOfDay'] ?? '08:00'}
          hint={t('schedules.timeHint')}
          error={fieldError(problem, 'timeOfDay', t('errors.timeWrong'))}
        />
        <SelectField
          label={t('identity.zone')}
          name="zone"
          defaultValue={refusal?.typed['zone'] ?? zone}
          options={zones}
        />
      </div>
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{t('schedules.recipients')}</legend>
        <div className="rounded-md border border-line">
          {members.map(({ memberId, name, email }) => (
            <label key={memberId} className="flex min-h-9 items-center gap-2 px-3">
              <input type="checkbox" name="recipients" value={memberId} defaultChecked={memberId === myId} />
              <span className="truncate">{name}</span>
              <span className="truncate text-xs text-muted">{email}</span>
            </label>
          ))}
        </div>
        <p className="mt-1 text-xs text-muted">{t('schedules.recipientsHint')}</p>
        {problem?.field?.startsWith('recipients') && (
          <p className="text-sm text-loss">{fieldError(problem, 'recipients', t('schedules.pickRecipient'))}</p>
        )}
      </fieldset>
      <div>
        <Button look="primary">{t('schedules.create')}</Button>
      </div>
    </Form>
  );
}
