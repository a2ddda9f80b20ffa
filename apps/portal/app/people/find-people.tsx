import { FindMore } from '../components/find-more.tsx';
import { useWords } from '../words/words-context.tsx';
import { OFFERED } from './offered.ts';

/** Looks for people beyond those offered, by any name they ever had; nothing where everybody is listed already. */
export function FindPeople({ who, offered }: { who: string; offered: number }) {
  const { t } = useWords();
  if (who === '' && offered < OFFERED) return null;
  const hint = offered === 0 ? t('people.nobody') : t('people.moreHint', { count: OFFERED });
  return <FindMore name="who" sought={who} label={t('people.moreByName')} hint={hint} />;
}
