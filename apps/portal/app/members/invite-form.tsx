import type { Problem } from '@highwater/api-client';
import { Form } from '@remix-run/react';
import type { Action } from '@highwater/domain';
import type { OfferedGrantView, ReachNumbersView, RoleView } from '../api/setup-types.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { fieldError } from '../components/form-problem.tsx';
import { SelectField } from '../components/select-field.tsx';
import { useWords } from '../words/words-context.tsx';
import { GrantFields } from './grant-fields.tsx';
import { GrantProblem } from './grant-problem.tsx';
import type { GrantChoices } from './load-grant-choices.ts';
import { OpensNotice } from './opens-notice.tsx';
import { roleKey } from './role-name.ts';
import { RoleSelect } from './role-select.tsx';

interface InviteFormProps {
  readonly roles: readonly RoleView[];
  readonly choices: GrantChoices;
  readonly chosen: OfferedGrantView;
  readonly numbers: ReachNumbersView | null;
  /** What was typed besides the grant. */
  readonly typed: { readonly email: string; readonly role: string; readonly language: string };
  readonly mayGive: readonly Action[];
  readonly idempotencyKey: string;
  readonly problem: Problem | null;
}

/** E-mail, role, and for roles that need one what the grant opens. */
export function InviteForm({ roles, choices, chosen, numbers, typed, ...rest }: InviteFormProps) {
  const { mayGive, idempotencyKey, problem } = rest;
  const { t } = useWords();
  const isEmail = problem?.field === 'email';
  const role = roles.find((each) => roleKey(each) === typed.role);
  return (
    <Form method="post" className="flex flex-col gap-4">
      <input type="hidden" name="key" value={idempotencyKey} />
      {!isEmail && <GrantProblem problem={problem} />}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t('identity.email')}
          name="email"
          type="email"
          required
          autoComplete="off"
          hint={t('members.emailHint')}
          defaultValue={typed.email}
          error={isEmail ? fieldError(problem, 'email', t('errors.emailWrong')) : undefined}
        />
        <SelectField
          label={t('members.mailLanguage')}
          name="language"
          defaultValue={typed.language}
          options={[
            { value: 'zh-CN', label: '简体中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
      <div className="group/role flex flex-col gap-4">
        <RoleSelect roles={roles} chosen={typed.role} />
        <div className="flex flex-col gap-4 group-has-[input[value=admin]:checked]/role:hidden group-has-[input[value=billing]:checked]/role:hidden group-has-[input[value=compliance]:checked]/role:hidden group-has-[input[value=owner]:checked]/role:hidden">
          <GrantFields choices={choices} chosen={chosen} mayGive={mayGive} />
        </div>
      </div>
      <div className="sticky bottom-14 sm:bottom-0 flex flex-wrap gap-2 border-t border-line bg-surface py-3">
        {numbers !== null && (
          <OpensNotice grant={chosen} numbers={numbers} self={undefined} roleActions={role?.actions ?? []} />
        )}
        <Button look="primary" name="intent" value="invite">
          {t('members.sendInvitation')}
        </Button>
        <Button name="intent" value="preview" formNoValidate>
          {t('grants.preview')}
        </Button>
      </div>
    </Form>
  );
}
