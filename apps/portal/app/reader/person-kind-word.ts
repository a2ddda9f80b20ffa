import type { Translate } from '@highwater/i18n';

const KINDS = ['employee', 'external', 'robot'] as const;

/** What a person is called by kind; a kind that is not known yet shows as it is. */
export function personKindWord(kind: string, t: Translate): string {
  const known = KINDS.find((each) => each === kind);
  return known === undefined ? kind : t(`reader.person.${known}`);
}
