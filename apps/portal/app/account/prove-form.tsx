import type { Problem } from '@highwater/api-client';
import { Form } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { FormProblem } from '../components/form-problem.tsx';
import { Panel } from '../components/panel.tsx';
import { useWords } from '../words/words-context.tsx';

/** Asks for password or code once more; `can` is false for who has neither. */
export function ProveForm({ can, problem }: { can: boolean; problem: Problem | undefined }) {
  const { t } = useWords();
  const isWrong = problem?.fault === 'proof.wrong';
  return (
    <Panel title={t('account.prove')}>
      {can ? (
        <Form method="post" className="flex max-w-md flex-col gap-3">
          <p className="text-sm text-muted">{t('account.proveLead')}</p>
          {!isWrong && problem?.fault !== 'proof.needed' && <FormProblem problem={problem} />}
          <input type="hidden" name="intent" value="prove" />
          <Field
            label={t('account.proof')}
            name="proof-secret"
            type="password"
            autoComplete="current-password"
            required
            error={isWrong ? t('account.proofWrong') : null}
          />
          <div>
            <Button look="primary">{t('account.confirm')}</Button>
          </div>
        </Form>
      ) : (
        <p className="text-sm text-muted">{t('account.proveSignOn')}</p>
      )}
    </Panel>
  );
}
