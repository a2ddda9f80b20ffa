import type { ReactNode } from 'react';
import { Notice } from '../components/notice.tsx';
import { useWords } from '../words/words-context.tsx';

/** After a form that ends in a mail. */
export function MailSent({ children }: { children: ReactNode }) {
  const { t } = useWords();
  return (
    <div role="status" className="flex flex-col gap-3">
      <Notice tone="healthy" title={t('identity.mailSent')}>
        {children}
      </Notice>
      <p className="text-sm text-muted">{t('identity.mailSentMissing')}</p>
    </div>
  );
}
