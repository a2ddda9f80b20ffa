import type { Action } from '@highwater/domain';
import { Tabs } from '../components/tabs.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';

/** The pages about what is stored: what came, what is not readable, its files, and what opens it. */
export function CompletenessTabs({ actions }: { actions: readonly Action[] }) {
  const { t } = useWords();
  const tabs = [
    ...(actions.includes('see_completeness')
      ? [
          { to: paths.completeness(), word: t('quarantine.ledger') },
          { to: paths.quarantine(), word: t('quarantine.title') },
          { to: paths.files(), word: t('files.title') },
          { to: paths.searchIndex(), word: t('searchIndex.title') },
        ]
      : []),
    ...(actions.includes('connect') ? [{ to: paths.keys(), word: t('keys.title') }] : []),
  ];
  return <Tabs label={t('completeness.title')} tabs={tabs} />;
}
