import { FindMore } from '../components/find-more.tsx';
import { OFFERED } from '../people/offered.ts';
import { useWords } from '../words/words-context.tsx';

/** Looks for departments beyond those offered, by name; nothing where all are listed already. */
export function FindDepartments({ sought, hasMore }: { sought: string; hasMore: boolean }) {
  const { t } = useWords();
  if (sought === '' && !hasMore) return null;
  const hint = t('members.moreDepartments', { count: OFFERED });
  return <FindMore name="department" sought={sought} label={t('members.findDepartments')} hint={hint} />;
}
