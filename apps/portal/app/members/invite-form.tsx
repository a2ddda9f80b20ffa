import { Form } from '@remix-run/react';
import type { DepartmentView } from '../api/setup-types.ts';
import type { PersonView } from '../api/types.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { fieldError, FormProblem } from '../components/form-problem.tsx';
import { PeoplePicker } from '../components/people-picker.tsx';
import { SelectField } from '../components/select-field.tsx';
import type { Refusal } from '../session/act.ts';
import { useWords } from '../words/words-context.tsx';
import { DepartmentPicker } from './department-picker.tsx';

interface InviteFormProps {
  readonly employees: readonly PersonView[];
  readonly departments: readonly DepartmentView[];
  /** What departments were looked for by. */
  readonly sought: string;
  readonly idempotencyKey: string;
  readonly refusal: Refusal | undefined;
}

const ROLES = ['viewer', 'admin'] as const;

/** E-mail, role, and for viewers the conversations of which employees and departments. */
export function InviteForm({ employees, departments, sought, idempotencyKey, refusal }: InviteFormProps) {
  const { t, language } = useWords();
  const mine = refusal?.intent === 'invite' ? refusal : undefined;
  const role = mine?.typed['role'] ?? 'viewer';
  return (
    <Form method="post" className="group/invite flex flex-col gap-4">
      <input type="hidden" name="intent" value="invite" />
      <input type="hidden" name="key" value={idempotencyKey} />
      <FormProblem problem={mine?.problem} fields={['email', 'employees']} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t('identity.email')}
          name="email"
          type="email"
          required
          autoComplete="off"
          hint={t('members.emailHint')}
          defaultValue={mine?.typed['email'] ?? ''}
          error={fieldError(mine?.problem, 'email', t('errors.emailWrong'))}
        />
        <SelectField
          label={t('members.mailLanguage')}
          name="language"
          defaultValue={language}
          options={[
            { value: 'zh-CN', label: '简体中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 text-sm font-medium">{t('members.role')}</legend>
        {ROLES.map((each) => (
          <label
            key={each}
            className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-2 rounded-md border border-line px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input type="radio" name="role" value={each} defaultChecked={each === role} />
            <span className="font-medium">{t(`members.${each}`)}</span>
            <span className="col-start-2 text-xs text-muted">{t(`members.about.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      <div className="flex flex-col gap-3 group-has-[input[value=admin]:checked]/invite:hidden">
        <PeoplePicker
          legend={t('members.mayRead')}
          hint={t('members.grantHint')}
          name="employees"
          people={employees}
          chosen={[]}
        />
        <DepartmentPicker departments={departments} chosen={[]} sought={sought} />
        <p role="alert" className="text-sm text-loss">
          {fieldError(mine?.problem, 'employees', t('members.pickOne'))}
        </p>
      </div>
      <div>
        <Button look="primary">{t('members.sendInvitation')}</Button>
      </div>
    </Form>
  );
}
