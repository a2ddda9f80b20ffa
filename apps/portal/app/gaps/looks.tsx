import { useWords } from '../words/words-context.tsx';

interface LooksProps {
  readonly lookedAt: number | null;
  readonly nextLookAt: number | null;
  readonly now: number;
}

/** When something was looked at last, and when it is next. */
export function Looks({ lookedAt, nextLookAt, now }: LooksProps) {
  const { t, when } = useWords();
  const last = lookedAt === null ? t('coverage.neverLooked') : t('coverage.lastLook', { time: when(lookedAt) });
  const next =
    nextLookAt === null
      ? t('coverage.noNextLook')
      : nextLookAt <= now
        ? t('coverage.dueNow')
        : t('coverage.nextLook', { time: when(nextLookAt) });
  return (
    <span className="flex flex-wrap gap-x-2 text-xs text-muted tabular-nums">
      <span className="whitespace-nowrap">{last}</span>
      <span className="whitespace-nowrap">{next}</span>
    </span>
  );
}
