import { Form, useNavigation } from '@remix-run/react';
import type { ConnectionView } from '../api/setup-types.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { fieldError, FormProblem } from '../components/form-problem.tsx';
import type { Refusal } from '../session/act.ts';
import { useWords } from '../words/words-context.tsx';

/** Another archive secret; the present one stays until WeCom has accepted it. */
export function SecretForm({ connection, refusal }: { connection: ConnectionView; refusal: Refusal | undefined }) {
  const { t } = useWords();
  const busy = useNavigation().formData?.get('intent') === 'secret';
  const refused = refusal?.intent === 'secret' ? refusal.problem : null;
  const field = refused?.field ?? (refused?.fault.startsWith('secret.') ? 'archiveSecret' : undefined);
  const problem = refused && { ...refused, field };
  return (
    <Form method="post" className="flex max-w-xl flex-col gap-3">
      <input type="hidden" name="intent" value="secret" />
      <input type="hidden" name="connectionId" value={connection.connectionId} />
      <p className="text-sm text-muted">{t('triggers.secret.lead')}</p>
      <FormProblem problem={problem} fields={['archiveSecret']} />
      <Field
        label={t('triggers.secret.field')}
        name="archiveSecret"
        type="password"
        required
        autoComplete="off"
        className="font-mono"
        error={fieldError(problem, 'archiveSecret', t('errors.secretWrong'))}
      />
      <div>
        <Button disabled={busy}>{busy ? t('connect.checking') : t('triggers.secret.replace')}</Button>
      </div>
    </Form>
  );
}
