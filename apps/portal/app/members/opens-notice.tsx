import type { OfferedGrantView, ReachNumbersView } from '../api/setup-types.ts';
import { useWords } from '../words/words-context.tsx';
import { grantActions, grantWords } from './grant-words.ts';
import { numberWords } from './number-words.ts';

interface OpensNoticeProps {
  readonly grant: OfferedGrantView;
  readonly numbers: ReachNumbersView;
  /** What the member's employee is called; see `grantWords`. */
  readonly self: string | null | undefined;
  readonly roleActions: readonly string[];
}

/** What a grant would open, in words and numbers, before it is saved. */
export function OpensNotice({ grant, numbers, self, roleActions }: OpensNoticeProps) {
  const words = useWords();
  const { t } = words;
  return (
    <section
      id="opens"
      role="status"
      className="basis-full rounded-lg border border-accent bg-accent-soft px-4 py-2 text-sm"
    >
      <h2 className="font-semibold">{t('grants.opens')}</h2>
      <p className="mt-1">{grantWords(grant, self, words)}</p>
      <p className="mt-1 font-medium tabular-nums">{numberWords(numbers, words)}</p>
      <p className="mt-1 text-muted">{grantActions(grant, roleActions, words)}</p>
    </section>
  );
}
