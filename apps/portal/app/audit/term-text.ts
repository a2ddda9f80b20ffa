import { ACTIONS, DIRECTIONS, REACHES } from '@highwater/domain';
import type { I18n } from '@highwater/i18n/make';
import { KINDS } from '../search/kinds.ts';

const NAMED = ['employee', 'customer', 'tag', 'room'] as const;
const DATED = ['from', 'until', 'expires'] as const;

/**
 * A part of a grant or of a role as the audit log keeps it ("room:wr…"), in words; the ids in it stay. What has no words, as
 * people of earlier entries by their userids, stays as it is.
 */
export function termText(
  term: string,
  { t, formatDateTime, zone = 'UTC' }: Pick<I18n, 't' | 'formatDateTime'> & { readonly zone?: string },
): string {
  const at = term.indexOf(':');
  const [name, value] = at === -1 ? [term, ''] : [term.slice(0, at), term.slice(at + 1)];
  if (term === 'everything') return t('grants.everything');
  if (term === 'self') return t('grants.self');
  const named = among(NAMED, name);
  if (named !== undefined) return t(`grants.audit.${named}`, { value: value.split('/').at(-1) ?? value });
  const dated = among(DATED, name);
  if (dated !== undefined) return t(`grants.audit.${dated}`, { value: formatDateTime(Date.parse(value), zone) });
  const action = name === 'action' ? among(ACTIONS, value) : undefined;
  if (action !== undefined) return t(`members.right.${action}`);
  const reach = name === 'reach' ? among(REACHES, value) : undefined;
  if (reach !== undefined) return t(`grants.audit.reach.${reach}`);
  const kind = name === 'kind' ? among(KINDS, value) : undefined;
  if (kind !== undefined) return t('grants.audit.kind', { value: t(`kinds.name.${kind}`) });
  const direction = name === 'direction' ? among(DIRECTIONS, value) : undefined;
  if (direction !== undefined) return t(`search.directions.${direction}`);
  if (name === 'department') {
    const [place = '', asOf] = value.split(' ');
    const id = place.split('/').at(-1) ?? place;
    return `${t('grants.audit.department', { value: id })} ${t(asOf === 'now' ? 'members.asOf.now' : 'members.asOf.message')}`;
  }
  return term;
}

function among<Known extends string>(known: readonly Known[], text: string): Known | undefined {
  return known.find((each) => each === text);
}
