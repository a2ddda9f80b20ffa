import { useWords } from '../words/words-context.tsx';

const EXAMPLES = ['both', 'either', 'without', 'phrase'] as const;

/** What may be typed: the rule in one line, the other ways behind a word. */
export function HowToWrite() {
  const { t } = useWords();
  return (
    <details className="text-xs text-muted">
      <summary className="inline">
        {t('search.howItMatches')}{' '}
        <span className="text-accent underline-offset-2 hover:underline">{t('search.howToWrite')}</span>
      </summary>
      <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 rounded-md bg-surface-2 p-3 text-sm max-sm:grid-cols-1 max-sm:gap-y-0">
        {EXAMPLES.map((example) => (
          <div key={example} className="contents">
            <dt className="font-mono text-ink">{t(`search.write.${example}`)}</dt>
            <dd className="max-sm:mb-2">{t(`search.write.${example}Means`)}</dd>
          </div>
        ))}
        <dt className="sr-only">{t('search.words')}</dt>
        <dd className="sm:col-span-2">{t('search.write.none')}</dd>
      </dl>
    </details>
  );
}
