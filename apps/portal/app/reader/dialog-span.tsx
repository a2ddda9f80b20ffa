import { useWords } from '../words/words-context.tsx';

interface SpanProps {
  readonly firstAt: number;
  readonly lastAt: number;
}

/** From when to when: the day once where both lie in it, one time where both are the same minute. */
export function DialogSpanTime({ firstAt, lastAt }: SpanProps) {
  const { t, when, zone, formatDate, formatTime } = useWords();
  const isOneDay = formatDate(firstAt, zone) === formatDate(lastAt, zone);
  const until = isOneDay ? formatTime(lastAt, zone) : when(lastAt);
  const isOneMinute = when(firstAt) === when(lastAt);
  return (
    <span className="tabular-nums">
      {isOneMinute ? when(firstAt) : t('reading.span', { from: when(firstAt), until })}
    </span>
  );
}
