import { Form } from '@remix-run/react';
import type { KeyView } from '../api/quarantine.ts';
import { Button, buttonClass } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { FormProblem } from '../components/form-problem.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';
import type { Refusal } from '../session/act.ts';
import { useWords } from '../words/words-context.tsx';
import { shortFingerprint } from './is-typed.ts';

/** Taking a key out of the ring: unfold, read what that means, type which key it is. Works without JavaScript. */
export function RemoveKey({ view, refusal }: { view: KeyView; refusal: Refusal | undefined }) {
  const { t } = useWords();
  const fingerprint = shortFingerprint(view.fingerprint);
  const own = refusal?.intent === 'remove' && refusal.typed['keyId'] === view.keyId ? refusal : undefined;
  const mistyped = own?.problem.field === 'typed';
  return (
    <details open={own !== undefined}>
      <summary className={`${buttonClass('quiet')} text-loss!`}>{t('keys.remove')}</summary>
      <Form method="post" className="mt-2 flex max-w-md flex-col gap-3 rounded-md border border-loss/40 bg-loss/5 p-3">
        <HiddenFields values={{ intent: 'remove', connectionId: view.connectionId, keyId: view.keyId }} />
        <FormProblem problem={mistyped ? null : own?.problem} />
        <p className="text-sm">{t('keys.removeWarning', { fingerprint })}</p>
        <Field
          label={t('keys.removeTyped')}
          name="typed"
          required
          autoComplete="off"
          spellCheck={false}
          maxLength={20}
          className="font-mono"
          error={mistyped ? t('keys.removeTypedWrong') : null}
        />
        <div>
          <Button look="danger">{t('keys.removeConfirm')}</Button>
        </div>
      </Form>
    </details>
  );
}
