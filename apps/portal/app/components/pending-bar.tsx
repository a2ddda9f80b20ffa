import { useNavigation } from '@remix-run/react';
import { useWords } from '../words/words-context.tsx';

/** A thin line while the next page is on its way. */
export function PendingBar() {
  const { state } = useNavigation();
  const { t } = useWords();
  if (state === 'idle') return null;
  return (
    <div role="status" className="fixed inset-x-0 top-0 z-50 h-0.5 overflow-hidden bg-accent-soft">
      <span className="sr-only">{t('common.loading')}</span>
      <div className="h-full w-1/3 animate-pulse bg-accent motion-safe:w-2/3" />
    </div>
  );
}
