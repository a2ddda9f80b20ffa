import type { MessageView } from '../api/types.ts';

const NOTICES: readonly string[] = ['revoke', 'agree', 'disagree', 'switch'];

/** Said by the platform rather than by a person: it stands in the middle, alone. */
export function isNotice({ kind }: Pick<MessageView, 'kind'>): boolean {
  return NOTICES.includes(kind);
}
