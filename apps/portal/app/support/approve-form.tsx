import { Form } from '@remix-run/react';
import type { SupportRequest } from '../api/support.ts';
import type { PersonView, RoomView } from '../api/types.ts';
import { Button, buttonClass } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { fieldError, FormProblem } from '../components/form-problem.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { PeoplePicker } from '../components/people-picker.tsx';
import { PickList } from '../components/pick-list.tsx';
import type { Refusal } from '../session/act.ts';
import { useWords } from '../words/words-context.tsx';
import { HoursField, ScopeFields } from './scope-fields.tsx';

interface ApproveFormProps {
  readonly request: SupportRequest;
  readonly people: readonly PersonView[];
  readonly rooms: readonly RoomView[];
  readonly refusal: Refusal | undefined;
}

const FIELDS = ['scopes', 'people', 'sentFrom', 'sentUntil'];

/** Unfolds to what is given: asked for already ticked, and every part of it can be taken away. Needs no JavaScript. */
export function ApproveForm({ request, people, rooms, refusal }: ApproveFormProps) {
  const { t } = useWords();
  const { requestId, askedScopes, askedHours } = request;
  const problem = refusal?.intent === 'approve' ? refusal.problem : undefined;
  return (
    <details open={problem !== undefined}>
      <summary className={buttonClass('primary')}>{t('support.approve')}</summary>
      <Form
        method="post"
        className="group/approve mt-3 flex flex-col gap-4 rounded-md border border-line bg-surface-2 p-3"
      >
        <HiddenFields values={{ intent: 'approve', requestId }} />
        <p className="text-sm text-muted">{t('support.approveHint')}</p>
        <FormProblem problem={problem} fields={FIELDS} />
        <ScopeFields
          legend={t('support.approveTitle')}
          scopes={askedScopes}
          chosen={askedScopes}
          error={fieldError(problem, 'scopes', t('support.pickScope'))}
        />
        {askedScopes.includes('conversations') && (
          <div className="hidden flex-col gap-3 group-has-[input[value=conversations]:checked]/approve:flex">
            <PeoplePicker legend={t('support.people')} name="people" people={people} chosen={[]} />
            {rooms.length > 0 && (
              <PickList
                legend={t('support.rooms')}
                name="rooms"
                entries={rooms.map(({ roomId, name }) => ({ value: roomId, name: name ?? roomId }))}
                chosen={[]}
                filterWord={t('support.rooms')}
                none="—"
              />
            )}
            <p role="alert" className="text-sm text-loss">
              {fieldError(problem, 'people', t('support.pickPeople'))}
            </p>
            <div className="grid gap-4 sm:grid-cols-2">
              <Field
                label={t('support.from')}
                name="sentFrom"
                type="date"
                hint={t('support.fromHint')}
                error={fieldError(problem, 'sentFrom', t('support.periodHint'))}
              />
              <Field
                label={t('support.untilDay')}
                name="sentUntil"
                type="date"
                hint={t('support.periodHint')}
                error={fieldError(problem, 'sentUntil', t('support.periodHint'))}
              />
            </div>
          </div>
        )}
        <HoursField label={t('support.hours')} most={askedHours} chosen={askedHours} />
        <div>
          <Button look="primary">{t('support.approveNow')}</Button>
        </div>
      </Form>
    </details>
  );
}
