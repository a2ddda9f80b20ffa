import { Form } from '@remix-run/react';
import { Download } from 'lucide-react';
import type { ExportView } from '../api/export-types.ts';
import { Button, buttonClass } from '../components/button.tsx';
import { FormProblem } from '../components/form-problem.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { paths } from '../paths.ts';
import type { Refusal } from '../session/act.ts';
import { useWords } from '../words/words-context.tsx';
import { ExportFacts } from './export-facts.tsx';
import { ExportProgress } from './export-progress.tsx';
import { isUnderWay, stateOf, stateWord } from './export-state.ts';
import { selectionWords } from './selection-words.ts';

/** An export: what it takes, how far it is, and what can be done with it now. */
export function ExportCard({ view, refusal }: { view: ExportView; refusal: Refusal | undefined }) {
  const words = useWords();
  const { t, fault, formatBytes, when } = words;
  const { word, tone } = stateWord(view, words);
  const underWay = isUnderWay(view);
  const failure = view.fault !== null && stateOf(view) === 'failed' ? fault(view.fault) : null;
  return (
    <li className="flex flex-col gap-3 rounded-lg border border-line px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StateBadge tone={tone}>{word}</StateBadge>
        <span className="min-w-0 flex-1 basis-56 font-medium">{selectionWords(view.selection, words)}</span>
        <time className="text-xs text-muted tabular-nums">{when(view.createdAt)}</time>
      </div>
      {underWay && <ExportProgress view={view} />}
      {failure !== null && (
        <p>
          {failure.title}
          <span className="block text-muted">{failure.cure}</span>
        </p>
      )}
      <ExportFacts view={view} />
      <FormProblem problem={refusal?.typed['exportId'] === view.exportId ? refusal.problem : null} />
      <div className="flex flex-wrap gap-2 empty:hidden">
        {stateOf(view) === 'complete' && (
          <a href={paths.downloadExport(view.exportId)} download className={buttonClass('primary')}>
            <Download aria-hidden size={16} />
            {view.size === null ? t('common.download') : t('exports.downloadSize', { size: formatBytes(view.size) })}
          </a>
        )}
        {underWay && (
          <Form method="post">
            <input type="hidden" name="intent" value="cancel" />
            <input type="hidden" name="exportId" value={view.exportId} />
            <Button>{t('exports.cancel')}</Button>
          </Form>
        )}
      </div>
    </li>
  );
}
