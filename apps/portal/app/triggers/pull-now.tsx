import { Form } from '@remix-run/react';
import type { ConnectionView } from '../api/setup-types.ts';
import { Button } from '../components/button.tsx';
import { FormProblem } from '../components/form-problem.tsx';
import type { Refusal } from '../session/act.ts';
import { useWords } from '../words/words-context.tsx';

interface PullNowProps {
  readonly connection: ConnectionView;
  readonly refusal: Refusal | undefined;
}

/** Asks for a pull; while it may not be asked for again, says for how long and why. */
export function PullNow({ connection, refusal }: PullNowProps) {
  const { t, when } = useWords();
  const { startedAt, waitSeconds: seconds, nextPullAt } = connection.pulling;
  return (
    <Form method="post" className="flex flex-col gap-2">
      <input type="hidden" name="intent" value="pull" />
      <input type="hidden" name="connectionId" value={connection.connectionId} />
      <FormProblem problem={refusal?.intent === 'pull' ? refusal.problem : null} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button disabled={seconds > 0} aria-describedby={seconds > 0 ? 'pull-why' : undefined}>
          {seconds > 0 ? t('triggers.now.wait', { count: seconds }) : t('triggers.now.pull')}
        </Button>
        <span className="text-sm text-muted tabular-nums">
          {startedAt === null
            ? t('triggers.now.idle', { time: when(connection.lastPullAt) })
            : t('triggers.now.running', { time: when(startedAt) })}
          {startedAt === null && ` · ${t('triggers.now.next', { time: when(nextPullAt) })}`}
        </span>
      </div>
      {seconds > 0 && (
        <p id="pull-why" className="text-xs text-muted">
          {t('triggers.now.why')}
        </p>
      )}
    </Form>
  );
}
