import type { OverviewView } from '../api/setup-types.ts';
import { ToneIcon, type Tone } from '../components/state-badge.tsx';
import { useWords, type Words } from '../words/words-context.tsx';

interface SentenceProps {
  readonly overview: OverviewView;
  /** The reader sees a part only: nothing is said about the whole. */
  readonly limited: boolean;
  /** How far it sees: nothing as no grant opens it, or as the role has no messages. */
  readonly reach: 'all' | 'where' | 'ungranted' | 'none';
}

function toneOf({ overview, reach }: SentenceProps): Tone {
  if (reach === 'ungranted' || reach === 'none') return 'neutral';
  if (overview.findings.length > 0 || overview.unreadable > 0) return 'attention';
  if (overview.storedMessages === 0 || overview.sealed > 0) return 'waiting';
  return 'healthy';
}

function sentences({ overview, limited, reach }: SentenceProps, { t, when, formatCount }: Words): string[] {
  if (reach === 'ungranted') return [t('overview.ungranted')];
  if (reach === 'none') return [t('overview.noMessages')];
  if (overview.storedMessages === 0 && !limited) return [t('overview.nothingYet')];
  if (limited)
    return [t('overview.yours', { count: overview.storedMessages, shown: formatCount(overview.storedMessages) })];
  const said = [t('overview.stored', { seq: formatCount(overview.lastSeq), time: when(overview.lastAnswerAt) })];
  if (overview.sealed > 0) said.push(t('overview.sealedWait', { count: overview.sealed }));
  if (overview.unreadable > 0) said.push(t('overview.unreadableKept', { count: overview.unreadable }));
  return said;
}

/** Whether the archive is whole, in one sentence; never more than can be proven. */
export function StateSentence(props: SentenceProps) {
  const words = useWords();
  return (
    <div className="mb-5 flex items-start gap-3 rounded-lg bg-surface-2 px-4 py-4">
      <span className="mt-1">
        <ToneIcon tone={toneOf(props)} size={22} />
      </span>
      <p className="text-base font-medium text-pretty">
        {sentences(props, words).join(words.language === 'en' ? ' ' : '')}
      </p>
    </div>
  );
}
