import { Form } from '@remix-run/react';
import type { RepullView } from '@highwater/api-client';
import type { ConnectionView } from '../api/setup-types.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { fieldError, FormProblem } from '../components/form-problem.tsx';
import type { Refusal } from '../session/act.ts';
import { useWords } from '../words/words-context.tsx';
import { RepullList } from './repull-list.tsx';

/** The most numbers that the API takes at once. */
const MOST = 100_000;

interface RepullPartProps {
  readonly connection: ConnectionView;
  readonly repulls: readonly RepullView[];
  readonly refusal: Refusal | undefined;
  readonly idempotencyKey: string;
}

/** Asks for a range of numbers again, and what became of the last ones. */
export function RepullPart({ connection, repulls, refusal, idempotencyKey }: RepullPartProps) {
  const { t, formatCount } = useWords();
  const problem = refusal?.intent === 'repull' ? refusal.problem : null;
  const hint = t('triggers.repull.hint', { most: formatCount(MOST), cursor: connection.cursorSeq });
  const numbers = [
    ['fromSeq', 'triggers.repull.from'],
    ['toSeq', 'triggers.repull.to'],
  ] as const;
  return (
    <div className="flex flex-col gap-4">
      <Form method="post" className="flex max-w-xl flex-col gap-3">
        <input type="hidden" name="intent" value="repull" />
        <input type="hidden" name="connectionId" value={connection.connectionId} />
        <input type="hidden" name="key" value={idempotencyKey} />
        <p className="text-sm text-muted">{t('triggers.repull.lead')}</p>
        <FormProblem problem={problem} fields={['fromSeq', 'toSeq']} />
        <div className="grid gap-3 sm:grid-cols-2">
          {numbers.map(([name, label]) => (
            <Field
              key={name}
              label={t(label)}
              name={name}
              inputMode="numeric"
              pattern="[0-9]{1,20}"
              required
              className="tabular-nums"
              defaultValue={refusal?.intent === 'repull' ? (refusal.typed[name] ?? '') : ''}
              error={fieldError(problem, name, hint)}
            />
          ))}
        </div>
        <p className="text-xs text-muted tabular-nums">{hint}</p>
        <div>
          <Button disabled={connection.cursorSeq === '0'}>{t('triggers.repull.start')}</Button>
        </div>
      </Form>
      <RepullList repulls={repulls} />
    </div>
  );
}
