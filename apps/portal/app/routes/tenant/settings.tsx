import { Outlet, useRouteLoaderData } from '@remix-run/react';
import { settingsTabs } from '../../shell/settings-tabs.ts';
import { Tabs } from '../../components/tabs.tsx';
import { useWords } from '../../words/words-context.tsx';
import type { loader } from './shell.tsx';

/** The company's settings, each on a page of its own. */
export default function Settings() {
  const { t } = useWords();
  const shell = useRouteLoaderData<typeof loader>('routes/tenant/shell');
  const tabs = settingsTabs(shell?.me.actions ?? []);
  return (
    <>
      <Tabs label={t('shell.settings')} tabs={tabs.map(({ to, word }) => ({ to, word: t(word) }))} />
      <Outlet />
    </>
  );
}
