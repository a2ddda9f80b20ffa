import { useWords } from '../words/words-context.tsx';
import { ButtonLink } from './button.tsx';

/** On to the next page of a list; nothing when this was the last. */
export function MoreLink({ to }: { to: string | null }) {
  const { t } = useWords();
  if (to === null) return null;
  return (
    <div className="mt-4 flex justify-center">
      <ButtonLink to={to}>{t('common.older')}</ButtonLink>
    </div>
  );
}
