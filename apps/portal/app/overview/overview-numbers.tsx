import type { OverviewView } from '../api/setup-types.ts';
import { useWords } from '../words/words-context.tsx';
import type { Tone } from '../components/state-badge.tsx';
import { NumberTile } from './number-tile.tsx';

/** A day of silence is said; less than a day left is told apart from the rest. */
function toneOfHours(hoursLeft: number): Tone {
  if (hoursLeft <= 24) return 'loss';
  return hoursLeft <= 96 ? 'attention' : 'healthy';
}

export function OverviewNumbers({ overview }: { overview: OverviewView }) {
  const { t, when, formatCount } = useWords();
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line md:grid-cols-4">
      <NumberTile name={t('overview.storedMessages')} value={formatCount(overview.storedMessages)} />
      <NumberTile name={t('overview.today')} value={formatCount(overview.today)} />
      {overview.mayBeLost !== null && (
        <NumberTile
          name={t('overview.mayBeLost')}
          value={t('overview.mayBeLostValue', {
            from: when(overview.mayBeLost.from),
            until: when(overview.mayBeLost.until),
          })}
          note={`${t('overview.lastAnswer')} ${overview.lastAnswerAt === null ? '—' : when(overview.lastAnswerAt)}`}
          tone="loss"
        />
      )}
      {overview.mayBeLost === null && overview.hoursLeft !== null && (
        <NumberTile
          name={t('overview.hoursLeft')}
          value={t('overview.hoursLeftValue', { hours: overview.hoursLeft })}
          note={`${t('overview.lastAnswer')} ${overview.lastAnswerAt === null ? '—' : when(overview.lastAnswerAt)}`}
          tone={toneOfHours(overview.hoursLeft)}
        />
      )}
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
