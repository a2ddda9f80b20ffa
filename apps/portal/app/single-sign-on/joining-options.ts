import type { Translate } from '@highwater/i18n/make';
import { JOINING_ROLES } from '../api/single-sign-on.ts';

/** The roles that a provider may give, each said as what it means. */
export function joiningOptions(t: Translate): { readonly value: string; readonly label: string }[] {
  const words = {
    viewer: t('members.called.viewer'),
    reviewer: t('members.called.reviewer'),
    exporter: t('members.called.exporter'),
  };
  return JOINING_ROLES.map((value) => ({ value, label: t('singleSignOn.joinsAs', { role: words[value] }) }));
}
