import { Form } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { CONTROL, Field, FieldFrame } from '../components/field.tsx';
import { fieldError, FormProblem } from '../components/form-problem.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { Panel } from '../components/panel.tsx';
import type { Refusal } from '../session/act.ts';
import { useWords } from '../words/words-context.tsx';

interface AddKeyProps {
  readonly connectionId: string;
  /** Makes a repeated submission the same one. */
  readonly idempotencyKey: string;
  readonly refusal: Refusal | undefined;
  /** It is what the page is for now. */
  readonly isFirst: boolean;
}

const STEPS = ['made', 'uploaded', 'bound'] as const;
/** What may be wrong with a pasted key. */
const PROBLEMS = ['bits', 'passphrase', 'public', 'damaged', 'none'] as const;

/** A new pair, with what happens then. */
export function MakeKey({ connectionId, idempotencyKey, refusal, isFirst }: AddKeyProps) {
  const { t } = useWords();
  return (
    <Panel title={t('keys.make')}>
      <Form method="post" className="flex flex-col gap-3">
        <HiddenFields values={{ intent: 'make', connectionId, key: idempotencyKey }} />
        <FormProblem problem={refusal?.problem} />
        <p className="text-sm text-muted">{t('keys.makeWhat')}</p>
        <ol className="list-decimal pl-5 text-sm [&>li]:mb-1">
          {STEPS.map((step) => (
            <li key={step}>{t(`keys.makeSteps.${step}`)}</li>
          ))}
        </ol>
        <div>
          <Button look={isFirst ? 'primary' : 'plain'}>{t('keys.makeConfirm')}</Button>
        </div>
      </Form>
    </Panel>
  );
}

/** A private key from elsewhere. Its field is never filled again, not even after a refusal. */
export function ImportKey({ connectionId, idempotencyKey, refusal, isFirst }: AddKeyProps) {
  const { t } = useWords();
  const wrong = PROBLEMS.find((problem) => problem === refusal?.problem.params?.['reason']);
  const pemError =
    refusal?.problem.fault === 'key.malformed' && wrong !== undefined
      ? t(`keys.pemProblem.${wrong}`, { bits: refusal.problem.params?.['bits'] ?? '' })
      : fieldError(refusal?.problem, 'privateKeyPem', t('keys.pemWrong'));
  return (
    <Panel title={t('keys.import')}>
      <Form method="post" className="flex flex-col gap-3" autoComplete="off">
        <HiddenFields values={{ intent: 'import', connectionId, key: idempotencyKey }} />
        <FormProblem problem={refusal?.problem} fields={['privateKeyPem']} />
        <p className="text-sm text-muted">{t('keys.importWhat')}</p>
        <FieldFrame label={t('keys.pem')} hint={t('keys.pemHint')} error={pemError}>
          {({ id, describedBy }) => (
            <textarea
              id={id}
              name="secretPem"
              required
              rows={6}
              maxLength={8192}
              spellCheck={false}
              autoComplete="off"
              aria-describedby={describedBy}
              placeholder="-----BEGIN RSA PRIVATE KEY-----"
              className={`${CONTROL} py-2 font-mono text-xs`}
            />
          )}
        </FieldFrame>
        <Field
          label={t('keys.note')}
          hint={t('keys.noteHint')}
          name="note"
          maxLength={200}
          defaultValue={refusal?.typed['note'] ?? ''}
        />
        <div>
          <Button look={isFirst ? 'primary' : 'plain'}>{t('keys.importConfirm')}</Button>
        </div>
      </Form>
    </Panel>
  );
}
