import { Form } from '@remix-run/react';
import type { DepartmentView, MemberView } from '../api/setup-types.ts';
import type { PersonView } from '../api/types.ts';
import { Button, buttonClass } from '../components/button.tsx';
import { Confirm } from '../components/confirm.tsx';
import { FormProblem } from '../components/form-problem.tsx';
import { PeoplePicker } from '../components/people-picker.tsx';
import type { Refusal } from '../session/act.ts';
import { useWords } from '../words/words-context.tsx';
import { DepartmentPicker } from './department-picker.tsx';
import { grantWords } from './grant-words.ts';

interface MemberRowProps {
  readonly member: MemberView;
  readonly employees: readonly PersonView[];
  readonly departments: readonly DepartmentView[];
  /** What departments were looked for by. */
  readonly sought: string;
  readonly isMe: boolean;
  readonly mayChange: boolean;
  readonly refusal: Refusal | undefined;
}

/** A member: role, what they may see, and for admins the change of both. */
export function MemberRow({ member, employees, departments, sought, isMe, mayChange, refusal }: MemberRowProps) {
  const words = useWords();
  const { t, when } = words;
  const { memberId, name, email, role } = member;
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <span className="font-medium">{name}</span>
        {isMe && <span className="text-xs text-accent">{t('members.me')}</span>}
        <span className="text-muted">{email}</span>
        <span className="ml-auto rounded-sm bg-surface-3 px-1.5 text-xs">{t(`members.${role}`)}</span>
      </div>
      <p className="text-sm text-muted">
        {grantWords(member, employees, words)} · {t('members.joined', { time: when(member.joinedAt) })}
      </p>
      <FormProblem problem={refusal?.typed['memberId'] === memberId ? refusal.problem : null} />
      {mayChange && !isMe && (
        <div className="flex flex-wrap items-start gap-2">
          {role === 'viewer' && (
            <details className="max-w-full">
              <summary className={buttonClass('plain')}>{t('members.changeGrant')}</summary>
              <Form
                method="post"
                className="mt-2 flex w-96 max-w-full flex-col gap-3 rounded-md border border-line p-3"
              >
                <input type="hidden" name="intent" value="grant" />
                <input type="hidden" name="memberId" value={memberId} />
                <PeoplePicker
                  legend={t('members.mayRead')}
                  hint={t('members.grantHint')}
                  name="employees"
                  people={employees}
                  chosen={member.employees}
                />
                <DepartmentPicker departments={departments} chosen={member.departments} sought={sought} />
                <div>
                  <Button look="primary">{t('common.save')}</Button>
                </div>
              </Form>
            </details>
          )}
          <Confirm
            open={t('members.remove')}
            warning={t('members.removeWarning', { name })}
            confirm={t('members.removeConfirm')}
            fields={{ intent: 'remove', memberId }}
          />
        </div>
      )}
    </li>
  );
}
