import type { Action } from '@highwater/domain';
import type { ReactNode } from 'react';
import { useWords } from '../words/words-context.tsx';
import { Notice } from './notice.tsx';

/** Settings as whoever may not change them sees them: all that is set, nothing to press. */
export function OnlyLook({ needs, children }: { needs: Action | null; children: ReactNode }) {
  const { t } = useWords();
  if (needs === null) return children;
  return (
    <>
      <div className="mb-4">
        <Notice tone="neutral" title={t('members.onlyLook')}>
          {t('members.onlyLookNeeds', { right: t(`members.right.${needs}`) })}
        </Notice>
      </div>
      <fieldset disabled className="min-w-0">
        {children}
      </fieldset>
    </>
  );
}
