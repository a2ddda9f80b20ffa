import type { Action } from '@highwater/domain';
import { Tabs } from '../components/tabs.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';

/** The pages about who is in the archive: people, rooms, and what is not known of them. */
export function PeopleTabs({ actions }: { actions: readonly Action[] }) {
  const { t } = useWords();
  const tabs = [
    ...(actions.includes('view')
      ? [
          { to: paths.people(), word: t('shell.people') },
          { to: paths.rooms(), word: t('shell.rooms') },
        ]
      : []),
    ...(actions.includes('see_completeness') ? [{ to: paths.coverage(), word: t('coverage.title') }] : []),
  ];
  return <Tabs label={t('shell.people')} tabs={tabs} />;
}
