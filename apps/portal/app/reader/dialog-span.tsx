import { useWords } from '../words/words-context.tsx';

interface SpanProps {
  readonly firstAt: number;
  readonly lastAt: number;
}

/** From when to when: the day once where both lie in it. */
export function DialogSpanTime({ firstAt, lastAt }: SpanProps) {
  const { t, when, zone, formatDate, formatTime } = useWords();
  const isOneDay = formatDate(firstAt, zone) === formatDate(lastAt, zone);
  return (
    <span className="tabular-nums">
      {t('reading.span', { from: when(firstAt), until: isOneDay ? formatTime(lastAt, zone) : when(lastAt) })}
    </span>
  );
}
