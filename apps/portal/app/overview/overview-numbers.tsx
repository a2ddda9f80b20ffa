import type { OverviewView } from '../api/setup-types.ts';
import { useWords } from '../words/words-context.tsx';
import { NumberTile } from './number-tile.tsx';

export function OverviewNumbers({ overview }: { overview: OverviewView }) {
  const { t, when, formatCount } = useWords();
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line md:grid-cols-4">
      <NumberTile name={t('overview.storedMessages')} value={formatCount(overview.storedMessages)} />
      <NumberTile name={t('overview.today')} value={formatCount(overview.today)} />
      <NumberTile
        name={t('overview.lastAnswer')}
        value={overview.lastAnswerAt === null ? '—' : when(overview.lastAnswerAt).slice(11)}
        note={overview.lastAnswerAt === null ? null : when(overview.lastAnswerAt).slice(0, 10)}
      />
      <NumberTile
        name={t('overview.sealed')}
        value={formatCount(overview.sealed)}
        tone={overview.sealed > 0 ? 'waiting' : null}
      />
      <NumberTile
        name={t('overview.unreadable')}
        value={formatCount(overview.unreadable)}
        tone={overview.unreadable > 0 ? 'attention' : null}
      />
      <NumberTile name={t('overview.unseen')} value={formatCount(overview.unseen)} note={t('overview.unseenNote')} />
      <NumberTile
        name={t('overview.mediaWanted')}
        value={formatCount(overview.mediaWanted)}
        tone={overview.mediaWanted > 0 ? 'waiting' : null}
      />
      <NumberTile
        name={t('overview.mediaAbsent')}
        value={formatCount(overview.mediaAbsent)}
        tone={overview.mediaAbsent > 0 ? 'attention' : null}
      />
    </dl>
  );
}
