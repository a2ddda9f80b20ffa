import type { SearchIndexView } from '../api/search-index.ts';
import { FactList } from '../components/fact-list.tsx';
import { Meter } from '../components/meter.tsx';
import { Panel } from '../components/panel.tsx';
import { StateBadge, type Tone } from '../components/state-badge.tsx';
import { useWords } from '../words/words-context.tsx';

const TONES: Readonly<Record<SearchIndexView['state'], Tone>> = {
  complete: 'healthy',
  indexing: 'waiting',
  rebuilding: 'waiting',
  repairing: 'attention',
};

/** How much of the archive a search finds, and the work on that. */
export function IndexState({ index }: { index: SearchIndexView }) {
  const { t, formatCount } = useWords();
  const { engine, indexed, total, state, progress, unreadable } = index;
  const range = t('searchIndex.range', { indexed: formatCount(indexed), total: formatCount(total) });
  return (
    <Panel
      title={t('searchIndex.found')}
      aside={<StateBadge tone={TONES[state]}>{t(`searchIndex.state.${state}`)}</StateBadge>}
    >
      <div className="flex flex-col gap-4" aria-live="polite">
        <Meter label={t('searchIndex.found')} done={indexed} total={total} text={range} />
        {progress !== null && (
          <Meter
            label={t(state === 'rebuilding' ? 'searchIndex.rebuilding' : 'searchIndex.checking')}
            done={progress.done}
            total={progress.total === 0 ? null : progress.total}
            text={
              progress.total === 0
                ? t('searchIndex.counting')
                : t('searchIndex.progress', { done: formatCount(progress.done), total: formatCount(progress.total) })
            }
          />
        )}
        {indexed < total && (
          <p className="text-sm text-muted">{t('searchIndex.waiting', { count: formatCount(total - indexed) })}</p>
        )}
        {unreadable > 0 && (
          <p className="text-sm text-attention">{t('searchIndex.unreadable', { count: formatCount(unreadable) })}</p>
        )}
        <FactList facts={[[t('searchIndex.engine'), t(`searchIndex.engines.${engine}`)]]} />
      </div>
    </Panel>
  );
}
