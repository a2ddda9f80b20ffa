import type { Action } from '@highwater/domain';
import type { WordKey } from '@highwater/i18n/make';
import { paths } from '../paths.ts';

interface SettingsTab {
  readonly to: string;
  readonly word: WordKey;
  /** The right without which the page is not offered, or that to see settings; each page asks again. */
  readonly needs: Action | null;
}

const TABS: readonly SettingsTab[] = [
  { to: paths.readingSettings(), word: 'readingSettings.title', needs: 'view' },
  { to: paths.factorRule(), word: 'account.rule.title', needs: null },
  { to: paths.reasonSettings(), word: 'reasons.settings.title', needs: null },
  { to: paths.apiKeys(), word: 'apiKeys.title', needs: 'manage_keys' },
  { to: paths.singleSignOn(), word: 'singleSignOn.title', needs: 'manage_identity' },
  { to: paths.networks(), word: 'apiKeys.networksTitle', needs: 'manage_identity' },
  { to: paths.support(), word: 'support.title', needs: null },
];

export function settingsTabs(actions: readonly Action[]): readonly SettingsTab[] {
  return TABS.filter(({ needs }) => needs === null || actions.includes(needs) || actions.includes('see_settings'));
}
