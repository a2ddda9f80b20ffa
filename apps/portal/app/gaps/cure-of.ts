import type { Fault, FaultDetail } from '@highwater/domain';
import { remedyWords } from '@highwater/i18n/remedy-words';
import type { CoveredKind, EnrichmentView } from '../api/coverage.ts';
import type { Words } from '../words/words-context.tsx';

type Purpose = 'archive' | 'customer_contact' | 'contacts';

/** Which secret opens what. */
const SECRET_OF: Readonly<Record<EnrichmentView['kind'] | CoveredKind, Purpose>> = {
  employee: 'contacts',
  employees: 'contacts',
  departments: 'contacts',
  external_contact: 'customer_contact',
  external_contacts: 'customer_contact',
  room: 'customer_contact',
  rooms: 'customer_contact',
  tags: 'customer_contact',
  robot: 'archive',
  robots: 'archive',
  permits: 'archive',
  consents: 'archive',
};

/** Whether a kind can be looked at with these secrets: employees by either of the two. */
export function isOpen(
  kind: EnrichmentView['kind'],
  secrets: readonly { readonly purpose: Purpose; readonly state: string }[],
): boolean {
  const isSet = (purpose: Purpose): boolean =>
    secrets.some((secret) => secret.purpose === purpose && secret.state !== 'missing');
  const purpose = SECRET_OF[kind];
  // Internal rooms are opened by the archive's.
  if (kind === 'rooms') return isSet('archive');
  return isSet(purpose) || (purpose === 'contacts' && isSet('customer_contact'));
}

export interface Cure {
  readonly title: string;
  readonly text: string;
  /** Pages of WeCom's console, of ours, or who. */
  readonly places: readonly string[];
  /** The cure is a secret, and our page takes it. */
  readonly isSecret: boolean;
}

/** What a cause means for one kind, and what cures it: the words of a fault name the archive's secret, here it may be another. */
export function cureOf(
  fault: Fault,
  kind: EnrichmentView['kind'] | CoveredKind,
  words: Pick<Words, 't' | 'fault'>,
  params: FaultDetail = {},
): Cure {
  const { title, cure } = words.fault(fault, params);
  const { places } = remedyWords(words, fault, params);
  const purpose = SECRET_OF[kind];
  if (purpose !== 'archive' && fault === 'secret.missing') {
    return { title, text: words.t(`coverage.cureOf.${purpose}`), places: [], isSecret: true };
  }
  if (purpose !== 'archive' && (fault === 'secret.wrong' || fault === 'secret.wrong_kind')) {
    const name = words.t(`coverage.secret.${purpose}`);
    const state = words.t('coverage.secretState.refused');
    return {
      title: words.t('coverage.gap', { state: name, count: state }),
      text: words.t('coverage.cureOf.refused'),
      places: [],
      isSecret: true,
    };
  }
  return { title, text: cure, places, isSecret: fault.startsWith('secret.') };
}
