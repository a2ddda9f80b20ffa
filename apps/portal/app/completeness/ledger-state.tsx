import { Form, useNavigation } from '@remix-run/react';
import { Download } from 'lucide-react';
import { Button, buttonClass } from '../components/button.tsx';
import { CodeCopy } from '../components/code-copy.tsx';
import { FormProblem } from '../components/form-problem.tsx';
import { Notice } from '../components/notice.tsx';
import { Panel } from '../components/panel.tsx';
import { paths } from '../paths.ts';
import type { Refusal } from '../session/act.ts';
import { useWords } from '../words/words-context.tsx';
import type { Ledger } from './ledger.tsx';

/** How far the ledger is signed and verified, and everything that is needed to verify it elsewhere. */
export function LedgerState({ ledger, refusal }: { ledger: Ledger; refusal: Refusal | undefined }) {
  const { t, when, formatCount } = useWords();
  const busy = useNavigation().formData?.get('connectionId') === ledger.connectionId;
  const { checkpoint, connectionId } = ledger;
  const downloads = [
    [paths.downloadLedger(connectionId), t('completeness.downloadLedger')],
    [paths.downloadCheckpoints(connectionId), t('completeness.downloadCheckpoints')],
    [paths.downloadLedgerKeys(), t('completeness.downloadKeys')],
  ] as const;
  return (
    <Panel title={t('completeness.ledger')}>
      <p className="mb-3 text-sm text-muted">{t('completeness.ledgerLead')}</p>
      <CheckResult ledger={ledger} />
      {refusal?.typed['connectionId'] === connectionId && <FormProblem problem={refusal.problem} />}
      <Form method="post" className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1">
        <input type="hidden" name="connectionId" value={connectionId} />
        <Button look="primary" disabled={busy}>
          {t('completeness.verify')}
        </Button>
        <span className="text-xs text-muted">{t('completeness.verifyHint')}</span>
      </Form>
      <h3 className="mt-5 text-sm font-semibold">{t('completeness.checkpoint')}</h3>
      <p className="mt-0.5 font-mono text-xs break-all">
        {checkpoint === null
          ? t('completeness.noCheckpoint')
          : t('completeness.checkpointOf', {
              time: when(checkpoint.at),
              pages: formatCount(checkpoint.pages),
              head: checkpoint.head,
            })}
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        {downloads.map(([to, word]) => (
          <a key={to} href={to} download className={buttonClass('plain')}>
            <Download aria-hidden size={16} />
            {word}
          </a>
        ))}
      </div>
      <p className="mt-2 mb-4 text-xs text-muted">{t('completeness.keepElsewhere')}</p>
      <CodeCopy
        label={t('completeness.howToVerify')}
        text={`npm run highwater -- verify-ledger ledger-${ledger.corpId}-${ledger.pages}.ndjson --against checkpoints-${ledger.corpId}.ndjson --key ledger-keys.pem`}
      />
    </Panel>
  );
}

function CheckResult({ ledger: { check, pages } }: { ledger: Ledger }) {
  const { t, when, formatCount } = useWords();
  if (check === null) return <Notice tone="neutral" title={t('completeness.neverChecked')} />;
  const page = formatCount(check.page);
  if (check.state === 'wrong') {
    const title = t('completeness.wrong', { page: formatCount(check.wrongPage ?? 0), time: when(check.checkedAt) });
    return (
      <Notice tone="loss" title={title}>
        {t('completeness.wrongCure')}
      </Notice>
    );
  }
  if (check.state === 'waiting') return <Notice tone="waiting" title={t('completeness.waiting')} />;
  if (check.state === 'running')
    return <Notice tone="waiting" title={t('completeness.running', { page, pages: formatCount(pages) })} />;
  if (check.page === 0) return <Notice tone="neutral" title={t('completeness.verifiedNone')} />;
  const since = pages - check.page;
  return (
    <Notice tone="healthy" title={t('completeness.verified', { page, time: when(check.checkedAt) })}>
      {since > 0 && t('completeness.newSince', { count: since, shown: formatCount(since) })}
    </Notice>
  );
}
