import { useFetcher } from '@remix-run/react';
import { useEffect } from 'react';
import type { Problem } from '@highwater/api-client';
import { Button } from '../components/button.tsx';
import { FormProblem } from '../components/form-problem.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { Notice } from '../components/notice.tsx';
import { Panel } from '../components/panel.tsx';
import type { action } from '../routes/tenant/audit-verify.tsx';
import { useWords } from '../words/words-context.tsx';
import type { Verified } from './verdict.ts';

interface PanelProps {
  /** What was answered to a form that was sent without JavaScript. */
  readonly verified: Verified | null;
  readonly problem: Problem | null;
}

/** The button that verifies, how far it is, and what it found. Goes on by itself where there is JavaScript. */
export function VerifyPanel({ verified, problem }: PanelProps) {
  const { t, formatCount } = useWords();
  const fetcher = useFetcher<typeof action>();
  const answer = fetcher.data;
  const own = answer !== undefined && 'verified' in answer ? answer.verified : null;
  const refused = answer !== undefined && 'problem' in answer ? answer.problem : problem;
  const found = own ?? verified;
  const isRunning = fetcher.state !== 'idle' || (own !== null && own.next !== null && refused === null);
  const { state, submit } = fetcher;
  useEffect(() => {
    if (state !== 'idle' || own === null || own.next === null) return;
    submit({ intent: 'verify', ...own.next, before: JSON.stringify(own) }, { method: 'post' });
  }, [state, own, submit]);
  const goesOn = found !== null && found.next !== null;
  return (
    <Panel title={t('audit.verify.title')}>
      <p className="mb-3 text-sm text-muted">{t('audit.verify.lead')}</p>
      <div aria-live="polite" className="mb-3 flex flex-col gap-3 empty:hidden">
        <FormProblem problem={refused} />
        {isRunning && <p className="text-sm">{t('audit.verify.running', { rows: formatCount(found?.rows ?? 0) })}</p>}
        {!isRunning && found !== null && !goesOn && <Verdict found={found} />}
        {!isRunning && goesOn && (
          <p className="text-sm">{t('audit.verify.running', { rows: formatCount(found.rows) })}</p>
        )}
      </div>
      <fetcher.Form method="post">
        <HiddenFields values={{ intent: 'verify' }} />
        {goesOn && <HiddenFields values={{ ...found.next, before: JSON.stringify(found) }} />}
        <Button look="primary" disabled={isRunning}>
          {t(goesOn ? 'audit.verify.goOn' : found === null ? 'audit.verify.start' : 'audit.verify.again')}
        </Button>
      </fetcher.Form>
      <p className="mt-3 text-xs text-muted">{t('audit.verify.limits')}</p>
    </Panel>
  );
}

/** The whole log was looked at. */
function Verdict({ found }: { found: Verified }) {
  const { t, when, formatCount } = useWords();
  const { rows, chainedTo, checkpoint, problems, problemCount } = found;
  const signed =
    checkpoint === null
      ? t('audit.verify.unsigned')
      : t('audit.verify.signedTo', { rows: formatCount(checkpoint.rows), time: when(checkpoint.at) });
  if (problemCount === 0) {
    return (
      <Notice tone="healthy" title={t('audit.verify.whole', { rows: formatCount(rows) })}>
        {chainedTo !== null && t('audit.verify.wholeTo', { time: when(chainedTo) })} {signed}
      </Notice>
    );
  }
  const rest = problemCount - problems.length;
  return (
    <Notice tone="loss" title={t('audit.verify.broken', { count: formatCount(problemCount) })}>
      <p>{t('audit.verify.brokenHint')}</p>
      <ul className="mt-2 flex flex-col gap-1 text-ink">
        {problems.map(({ kind, position, auditId, at }, place) => (
          <li key={place}>
            {position !== null && `${t('audit.verify.at', { position: formatCount(position) })} · `}
            {at !== null && `${when(at)} · `}
            {position === null && auditId !== null && `…${auditId.slice(-8)} · `}
            {t(`audit.verify.problem.${kind}`)}
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="mt-1">{t('audit.verify.more', { count: formatCount(rest) })}</p>}
    </Notice>
  );
}
