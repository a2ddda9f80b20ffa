import { Link, useSearchParams } from '@remix-run/react';
import { useEffect, useMemo, useRef } from 'react';
import type { SearchAnswer, SearchHit } from '../api/types.ts';
import { buttonClass } from '../components/button.tsx';
import { LongList, type ListShape, type LongListHandle } from '../components/long-list.tsx';
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

/** Two pages are all there; from the third on only what is near the window is drawn. */
const shapeOf = (q: string): ListShape<SearchHit> => ({
  keyOf: ({ messageId }) => messageId,
  draw: (hit) => <Hit hit={hit} q={q} />,
  guessHeight: () => 130,
  space: 'pb-2.5',
  held: '[data-hit]',
  holds: ({ messageId }, id) => id === `hit-${messageId}`,
  allDrawn: 60,
  sentFor: 30,
});

/** The hits, newest first; older ones follow as they are scrolled to, or by a link. */
export function Results({ answer, filters }: { answer: SearchAnswer; filters: Filters }) {
  const { t, formatDate, zone } = useWords();
  const { hits, place, isLoading, problem, load } = useHits(answer);
  const list = useRef<LongListHandle>(null);
  const noteOpened = useWayBack(place, list);
  const shape = useMemo(() => shapeOf(filters.q), [filters.q]);
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
      <div onClickCapture={noteOpened}>
        <LongList items={items} shape={shape} label={t('search.results')} handle={list} />
      </div>
      <div className="mt-1.5 flex flex-col items-center gap-2 text-sm text-muted">
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
