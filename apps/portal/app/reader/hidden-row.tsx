import { EyeOff } from 'lucide-react';
import { useWords } from '../words/words-context.tsx';

/** Messages that stand here and that the reader's role does not see. */
export function HiddenRow({ count, isMore }: { count: number; isMore: boolean }) {
  const { t } = useWords();
  return (
    <p
      title={t('reading.hiddenWhy')}
      className="flex items-center justify-center gap-1.5 rounded-md border border-dashed border-line px-3 py-1.5 text-center text-xs text-muted"
    >
      <EyeOff aria-hidden size={13} className="shrink-0" />
      {t(isMore ? 'reading.hiddenHereMore' : 'reading.hiddenHere', { count })}
    </p>
  );
}
