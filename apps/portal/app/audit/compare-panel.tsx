import { Form } from '@remix-run/react';
import type { ComparedCheckpointsView } from '../api/audit.ts';
import { Button } from '../components/button.tsx';
import { CONTROL, FieldFrame } from '../components/field.tsx';
import { fieldError, FormProblem } from '../components/form-problem.tsx';
import { Panel } from '../components/panel.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import type { Refusal } from '../session/act.ts';
import { useWords } from '../words/words-context.tsx';

interface PanelProps {
  readonly compared: ComparedCheckpointsView | null;
  readonly refusal: Refusal | null;
}

/** Checkpoints that were kept elsewhere, pasted or chosen, and whether the log still is the one they knew. */
export function ComparePanel({ compared, refusal }: PanelProps) {
  const { t, when, formatCount } = useWords();
  const problem = refusal?.problem;
  return (
    <Panel title={t('audit.compare.title')}>
      <p className="mb-3 text-sm text-muted">{t('audit.compare.lead')}</p>
      <Form method="post" encType="multipart/form-data" className="flex flex-col gap-3">
        <input type="hidden" name="intent" value="compare" />
        <FormProblem problem={problem} fields={['text']} />
        <FieldFrame
          label={t('audit.compare.field')}
          error={problem !== undefined && fieldError(problem, 'text', t('audit.compare.wrong'))}
        >
          {({ id, describedBy }) => (
            <textarea
              id={id}
              name="text"
              rows={4}
              aria-describedby={describedBy}
              spellCheck={false}
              defaultValue={refusal?.typed['text'] ?? ''}
              className={`${CONTROL} py-2 font-mono text-xs`}
            />
          )}
        </FieldFrame>
        <FieldFrame label={t('audit.compare.file')}>
          {({ id }) => <input id={id} type="file" name="file" accept=".jsonl,.txt,.json" className="text-sm" />}
        </FieldFrame>
        <div>
          <Button>{t('audit.compare.submit')}</Button>
        </div>
      </Form>
      {compared !== null && (
        <div role="status" className="mt-4">
          <ul className="flex flex-col gap-1.5 text-sm">
            {compared.items.map(({ line, rows, at, result }) => (
              <li key={line} className="flex flex-wrap items-center gap-2">
                <StateBadge tone={result === 'agrees' ? 'healthy' : 'loss'}>
                  {t('audit.compare.line', { line })}
                </StateBadge>
                <span>
                  {rows !== null && `${t('audit.compare.rows', { rows: formatCount(rows) })} · `}
                  {at !== null && `${when(at)} · `}
                  {t(`audit.compare.result.${result}`)}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  );
}
