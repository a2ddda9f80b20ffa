import { Form } from '@remix-run/react';
import type { ApiKeyView } from '../api/programs.ts';
import { Button, buttonClass } from '../components/button.tsx';
import { CONTROL, Field, FieldFrame } from '../components/field.tsx';
import { fieldError, FormProblem } from '../components/form-problem.tsx';
import type { Refusal } from '../session/act.ts';
import { useWords } from '../words/words-context.tsx';

interface ChangeProps {
  readonly apiKey: ApiKeyView;
  /** The last day on which it opens, in the company's zone. */
  readonly endsOn: string;
  /** What a change of this key was refused for. */
  readonly refused: Refusal | undefined;
}

/** What of a key can be changed: its name, from where it is used, and an end that comes sooner. */
export function ChangeKey({ apiKey, endsOn, refused }: ChangeProps) {
  const { t } = useWords();
  const { problem, typed = {} } = refused ?? {};
  return (
    <details open={refused !== undefined}>
      <summary className={buttonClass('plain')}>{t('apiKeys.change')}</summary>
      <Form method="post" className="mt-2 flex max-w-sm flex-col gap-3 rounded-md border border-line bg-surface-2 p-3">
        <FormProblem problem={problem} fields={['name', 'expiresAt', 'networks']} />
        <input type="hidden" name="intent" value="change" />
        <input type="hidden" name="keyId" value={apiKey.keyId} />
        <input type="hidden" name="endedOn" value={endsOn} />
        <p className="text-sm">{t('apiKeys.changeHint')}</p>
        <Field
          label={t('apiKeys.name')}
          name="name"
          required
          maxLength={100}
          defaultValue={typed['name'] ?? apiKey.name}
          error={fieldError(problem, 'name', t('apiKeys.wrong.name'))}
        />
        <Field
          label={t('apiKeys.endsOn')}
          name="endsOn"
          type="date"
          required
          max={endsOn}
          hint={t('apiKeys.soonerHint')}
          defaultValue={typed['endsOn'] ?? endsOn}
          error={fieldError(problem, 'expiresAt', t('apiKeys.wrong.sooner'))}
        />
        <FieldFrame
          label={t('apiKeys.networks')}
          hint={t('apiKeys.networksHint')}
          error={fieldError(problem, 'networks', t('apiKeys.networksWrong'))}
        >
          {({ id, describedBy }) => (
            <textarea
              id={id}
              name="networks"
              rows={3}
              aria-describedby={describedBy}
              className={`${CONTROL} py-2 font-mono`}
              defaultValue={typed['networks'] ?? apiKey.networks.join('\n')}
            />
          )}
        </FieldFrame>
        <div>
          <Button look="primary">{t('apiKeys.save')}</Button>
        </div>
      </Form>
    </details>
  );
}
