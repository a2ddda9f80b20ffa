import { Link, useSearchParams } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import type { SearchAnswer } from '../api/types.ts';
import { buttonClass } from '../components/button.tsx';
import { TextLink } from '../components/text-link.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { filterQuery } from './filter-query.ts';
import type { Filters } from './filters.ts';
import { Hit } from './hit.tsx';
import { useHits } from './use-hits.ts';
import { useWayBack } from './use-way-back.ts';

/** Older hits are fetched when their button comes this near. */
const NEAR = '600px';

/** The hits, newest first; older ones follow as they are scrolled to, or by a link. */
export function Results({ answer, filters }: { answer: SearchAnswer; filters: Filters }) {
  const { t, formatDate, zone } = useWords();
  const { hits, place, isLoading, problem, load } = useHits(answer);
  const noteOpened = useWayBack(place);
  const older = useRef<HTMLAnchorElement>(null);
  const isFirst = !useSearchParams()[0].has('cursor');
  const { items, nextCursor, lookedBackTo } = hits;
  const query = filterQuery(filters);
  const address = nextCursor === null ? null : paths.olderHits({ ...query, cursor: nextCursor });
  // A search whose effort ended goes on when somebody says so, not by itself through the whole archive.
  const isAutomatic = address !== null && lookedBackTo === null && problem === null && !isLoading;

  useEffect(() => {
    if (!isAutomatic || address === null || older.current === null) return;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) load(address);
      },
      { rootMargin: NEAR },
    );
    watch.observe(older.current);
    return () => watch.disconnect();
  }, [isAutomatic, address, load]);

  return (
    <>
      <ol aria-label={t('search.results')} onClickCapture={noteOpened} className="flex flex-col gap-2.5">
        {items.map((hit) => (
          <li key={hit.messageId}>
            <Hit hit={hit} q={filters.q} />
          </li>
        ))}
      </ol>
      <div className="mt-4 flex flex-col items-center gap-2 text-sm text-muted">
        {lookedBackTo !== null && (
          <p className="tabular-nums">
            {items.length === 0 && `${t('search.noneSoFar')} · `}
            {t('search.lookedBack', { at: formatDate(lookedBackTo, zone) })}
          </p>
        )}
        {problem !== null && <p role="alert">{t('search.olderFailed')}</p>}
        {address === null || nextCursor === null ? (
          items.length > 0 && <p className="text-xs">{t('search.allShown')}</p>
        ) : (
          <Link
            ref={older}
            to={paths.search({ ...query, cursor: nextCursor })}
            aria-disabled={isLoading}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              if (!isLoading) load(address);
            }}
            className={buttonClass()}
          >
            {isLoading
              ? t('common.loading')
              : problem !== null
                ? t('common.retry')
                : t(lookedBackTo === null ? 'common.older' : 'search.goOn')}
          </Link>
        )}
        {!isFirst && <TextLink to={paths.search(query)}>{t('search.backToNewest')}</TextLink>}
      </div>
    </>
  );
}
