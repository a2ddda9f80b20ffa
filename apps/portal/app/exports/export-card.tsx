import { Form } from '@remix-run/react';
import { Download } from 'lucide-react';
import type { ExportView } from '../api/export-types.ts';
import { Button, ButtonLink, buttonClass } from '../components/button.tsx';
import { FormProblem } from '../components/form-problem.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { paths } from '../paths.ts';
import type { Refusal } from '../session/act.ts';
import { useWords } from '../words/words-context.tsx';
import { ExportFacts } from './export-facts.tsx';
import { ExportProgress } from './export-progress.tsx';
import { isUnderWay, stateOf, stateWord } from './export-state.ts';
import type { SelectionNames } from './name-selections.ts';
import { AskAgain, RefusedDownload } from './refused-download.tsx';
import { selectionWords } from './selection-words.ts';

interface CardProps {
  readonly view: ExportView;
  readonly names: SelectionNames;
  readonly refusal: Refusal | undefined;
}

/** An export: what it takes, how far it is, and what can be done with it now. */
export function ExportCard({ view, names, refusal }: CardProps) {
  const words = useWords();
  const { t, fault, formatBytes, when } = words;
  const { word, tone } = stateWord(view, words);
  const underWay = isUnderWay(view);
  const isComplete = stateOf(view) === 'complete';
  const failure = view.fault !== null && stateOf(view) === 'failed' ? fault(view.fault) : null;
  const { dialogId } = view.selection;
  return (
    <li className="flex flex-col gap-3 rounded-lg border border-line px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StateBadge tone={tone}>{word}</StateBadge>
        <span className="min-w-0 flex-1 basis-56 font-medium break-words">{selectionWords(view, names, words)}</span>
        <time className="text-xs text-muted tabular-nums">{when(view.createdAt)}</time>
      </div>
      {underWay && <ExportProgress view={view} />}
      {failure !== null && (
        <p>
          {failure.title}
          <span className="block text-muted">{failure.cure}</span>
        </p>
      )}
      {isComplete && <RefusedDownload view={view} />}
      <ExportFacts view={view} />
      <FormProblem problem={refusal?.typed['exportId'] === view.exportId ? refusal.problem : null} />
      <div className="flex flex-wrap gap-2 empty:hidden">
        {isComplete && view.refusal === null && (
          <a href={paths.downloadExport(view.exportId)} className={buttonClass('primary')}>
            <Download aria-hidden size={16} />
            {view.size === null ? t('common.download') : t('exports.downloadSize', { size: formatBytes(view.size) })}
          </a>
        )}
        {!underWay && view.refusal !== null && <AskAgain view={view} />}
        {dialogId !== null && view.refusal === null && (
          <ButtonLink to={paths.citation(dialogId)}>{t('exports.openDialog')}</ButtonLink>
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
