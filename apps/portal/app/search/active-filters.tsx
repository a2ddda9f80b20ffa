import { Link } from '@remix-run/react';
import { X } from 'lucide-react';
import type { PersonView } from '../api/types.ts';
import { personName } from '../components/person-name.tsx';
import { TextLink } from '../components/text-link.tsx';
import { paths } from '../paths.ts';
import { useWords, type Words } from '../words/words-context.tsx';
import { filterQuery, withoutOne } from './filter-query.ts';
import { hasTime, type Filters } from './filters.ts';
import { rangeWord } from './relative-range.ts';
import { roomWord } from './room-word.ts';

/** Names of what stands in the filters as an id. */
export interface ChosenNames {
  readonly people: readonly PersonView[];
  readonly roomName: string | null;
}

interface Active {
  readonly name: string;
  readonly chosen: string;
  readonly without: Partial<Filters>;
}

function timeWords({ range, from, until }: Filters, { t }: Words): string {
  if (range !== '') return rangeWord(range, t);
  if (from === until) return from;
  if (until === '') return t('search.fromOn', { from });
  return from === '' ? t('search.upTo', { until }) : t('search.fromUntil', { from, until });
}

/** Everything that is chosen, one by one, each with the filters that go when it goes. */
function listActive(filters: Filters, names: ChosenNames, words: Words): readonly Active[] {
  const { t } = words;
  const { people, kinds, directions, media, recalled } = filters;
  const when = (isOn: boolean, active: Active) => (isOn ? [active] : []);
  const nameOf = (key: string) => {
    const person = names.people.find(({ personKey }) => personKey === key);
    return person === undefined ? key : personName(person);
  };
  return [
    ...people.map((key) => ({
      name: t('search.person'),
      chosen: nameOf(key),
      without: { people: withoutOne(people, key) },
    })),
    ...when(filters.room !== '', {
      name: t('search.room'),
      chosen: roomWord({ roomId: filters.room, name: names.roomName }, words),
      without: { room: '' },
    }),
    ...when(filters.conversation !== '', {
      name: '',
      chosen: t('search.oneConversation'),
      without: { conversation: '' },
    }),
    ...kinds.map((kind) => ({
      name: t('search.kind'),
      chosen: t(`kinds.name.${kind}`),
      without: { kinds: withoutOne(kinds, kind) },
    })),
    ...when(hasTime(filters), {
      name: t('search.time'),
      chosen: timeWords(filters, words),
      without: { range: '', from: '', until: '' },
    }),
    ...directions.map((direction) => ({
      name: t('search.direction'),
      chosen: t(`search.directions.${direction}`),
      without: { directions: withoutOne(directions, direction) },
    })),
    ...when(media !== '', {
      name: t('search.media'),
      chosen: t(media === 'true' ? 'search.withMedia' : 'search.withoutMedia'),
      without: { media: '' },
    }),
    ...when(recalled !== '', {
      name: t('search.recalled'),
      chosen: t(recalled === 'true' ? 'search.onlyRecalled' : 'search.notRecalled'),
      without: { recalled: '' },
    }),
    ...when(filters.unanswered !== '', {
      name: '',
      chosen: t('search.unanswered'),
      without: { unanswered: '' },
    }),
  ];
}

/** The filters in use; each is a link that takes it out. */
export function ActiveFilters({ filters, names }: { filters: Filters; names: ChosenNames }) {
  const words = useWords();
  const { t } = words;
  const active = listActive(filters, names, words);
  if (active.length === 0) return null;
  return (
    <ul aria-label={t('search.inUse')} className="flex flex-wrap items-center gap-1.5">
      {active.map(({ name, chosen, without }) => {
        const said = name === '' ? chosen : t('common.titled', { title: name, text: chosen });
        return (
          <li key={said} className="max-w-full">
            <Link
              to={paths.search(filterQuery(filters, without))}
              aria-label={t('search.clearFilter', { name: said })}
              className="flex min-h-7 items-center gap-1.5 rounded-md bg-accent-soft pr-1.5 pl-2.5 text-xs text-accent hover:bg-surface-3"
            >
              <span className="truncate">{said}</span>
              <X aria-hidden size={13} className="shrink-0" />
            </Link>
          </li>
        );
      })}
      {active.length > 1 && (
        <li>
          <TextLink to={paths.search({ q: filters.q })} className="px-1 text-xs">
            {t('search.clearAll')}
          </TextLink>
        </li>
      )}
    </ul>
  );
}
