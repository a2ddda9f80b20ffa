import type { Action } from '@highwater/domain';
import { useRouteLoaderData } from '@remix-run/react';
import { Tabs } from '../components/tabs.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';

/** The pages under Settings: those that every member may look at, and those that a right opens. */
export function SettingsTabs() {
  const { t } = useWords();
  const shell = useRouteLoaderData<{ readonly me: { readonly actions: readonly string[] } }>('routes/tenant/shell');
  const may = (action: Action): boolean =>
    [action, 'see_settings'].some((one) => shell?.me.actions.includes(one) === true);
  const tabs = [
    { to: paths.readingSettings(), word: t('readingSettings.title') },
    { to: paths.reasonSettings(), word: t('reasons.settings.title') },
    ...(may('manage_keys') ? [{ to: paths.apiKeys(), word: t('apiKeys.title') }] : []),
    ...(may('manage_identity') ? [{ to: paths.singleSignOn(), word: t('singleSignOn.title') }] : []),
    ...(may('manage_identity') ? [{ to: paths.networks(), word: t('apiKeys.networksTitle') }] : []),
  ];
  return <Tabs label={t('shell.settings')} tabs={tabs} />;
}
