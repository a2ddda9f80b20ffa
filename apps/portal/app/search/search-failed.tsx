import type { Problem } from '@highwater/api-client';
import { ButtonLink } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { paths } from '../paths.ts';
import { problemWords } from '../words/problem-words.ts';
import { useWords } from '../words/words-context.tsx';

/** What happened, what still works, and what to do. */
export function SearchFailed({ problem, again }: { problem: Problem; again: string }) {
  const { t } = useWords();
  const { title, cure } = problemWords(problem, t);
  return (
    <div className="mt-5 flex flex-col gap-3">
      <Notice alert tone="attention" title={t('search.failed')}>
        <p>{t('common.titled', { title, text: cure })}</p>
        <p>{t('search.failedStill')}</p>
        {problem.requestId !== undefined && (
          <p className="font-mono text-xs">{t('errors.requestId', { id: problem.requestId })}</p>
        )}
      </Notice>
      <div className="flex gap-2">
        <ButtonLink look="primary" to={again} reloadDocument>
          {t('common.retry')}
        </ButtonLink>
        <ButtonLink to={paths.conversations()}>{t('search.toConversations')}</ButtonLink>
      </div>
    </div>
  );
}
