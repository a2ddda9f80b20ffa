import { Tabs } from '../components/tabs.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';

export function MembersTabs() {
  const { t } = useWords();
  return (
    <Tabs
      label={t('members.title')}
      tabs={[
        { to: paths.members(), word: t('roles.members') },
        { to: paths.roles(), word: t('roles.title') },
      ]}
    />
  );
}
