import { TextLink } from '../components/text-link.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import type { Cure } from './cure-of.ts';

/** What to do about a cause, and where: the page of WeCom's console by its menus, ours by a link. */
export function CureText({ cure, mayConnect }: { cure: Cure; mayConnect: boolean }) {
  const { t } = useWords();
  return (
    <>
      <p className="max-w-prose text-sm text-muted">{cure.text}</p>
      {cure.places.length > 0 && (
        <p className="text-sm">
          <span className="text-muted">{t('coverage.where')}</span> {cure.places.join(t('common.comma'))}
        </p>
      )}
      {cure.isSecret && mayConnect && (
        <p className="text-sm">
          <TextLink to={paths.connect()}>{t('coverage.toConnect')}</TextLink>
        </p>
      )}
    </>
  );
}
