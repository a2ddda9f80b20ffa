import { Link } from '@remix-run/react';
import { Check } from 'lucide-react';
import { useId } from 'react';
import type { SearchNumbers } from '../api/search-types.ts';
import { isExternal, personName } from '../components/person-name.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { filterQuery, withOne, withoutOne } from './filter-query.ts';
import type { Filters } from './filters.ts';
import { roomName } from '../reader/conversation-title.ts';

interface Facet {
  readonly value: string;
  readonly name: string;
  /** Tells two of the same name apart. */
  readonly note?: string | null;
  readonly count: number;
  readonly isChosen: boolean;
  /** Address with this filter; without it when it is chosen. */
  readonly to: string;
}

/** Rows shown before "more". */
const FIRST = 6;

function FacetRow({ facet }: { facet: Facet }) {
  const { t, formatCount } = useWords();
  const number = formatCount(facet.count);
  return (
    <li>
      <Link
        to={facet.to}
        className={`-mx-2 flex min-h-8 items-center gap-2 rounded-md px-2 text-sm hover:bg-surface-3 ${facet.isChosen ? 'bg-accent-soft text-accent' : ''}`}
      >
        {facet.isChosen && <Check aria-hidden size={14} className="shrink-0" />}
        {facet.isChosen && <span className="sr-only">{t('search.chosen')}</span>}
        <span className="min-w-0 truncate">{facet.name}</span>
        {facet.note && <span className="max-w-24 truncate text-xs text-muted">{facet.note}</span>}
        <span className="ml-auto shrink-0 text-xs text-muted tabular-nums">{number}</span>
      </Link>
    </li>
  );
}

function FacetGroup({ title, facets }: { title: string; facets: readonly Facet[] }) {
  const { t } = useWords();
  const id = useId();
  if (facets.length === 0) return null;
  const rows = (some: readonly Facet[]) => some.map((facet) => <FacetRow key={facet.value} facet={facet} />);
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-0.5 text-xs font-medium text-muted">
        {title}
      </h2>
      <ul>{rows(facets.slice(0, FIRST))}</ul>
      {facets.length > FIRST && (
        <details>
          <summary className="rounded-md py-1 text-xs text-accent hover:underline">{t('common.more')}</summary>
          <ul>{rows(facets.slice(FIRST))}</ul>
        </details>
      )}
    </section>
  );
}

/** How the hits divide; each number leads to its part, a chosen one back out of it. */
export function Facets({ numbers, filters }: { numbers: SearchNumbers; filters: Filters }) {
  const words = useWords();
  const { t } = words;
  const to = (change: Partial<Filters>) => paths.search(filterQuery(filters, change));
  const { kinds, directions, people, room } = filters;
  const toggle = <Item,>(list: readonly Item[], one: Item) =>
    list.includes(one) ? withoutOne(list, one) : withOne(list, one);
  return (
    <div className="flex flex-col gap-4">
      {numbers.total.atLeast !== numbers.total.atMost && <p className="text-xs text-muted">{t('search.atMostEach')}</p>}
      <FacetGroup
        title={t('search.kind')}
        facets={numbers.kinds
          .toSorted((a, b) => b.count - a.count)
          .map(({ kind, count }) => ({
            value: kind,
            name: t(`kinds.name.${kind}`),
            count,
            isChosen: kinds.includes(kind),
            to: to({ kinds: toggle(kinds, kind) }),
          }))}
      />
      <FacetGroup
        title={t('search.direction')}
        facets={numbers.directions
          .toSorted((a, b) => b.count - a.count)
          .map(({ direction, count }) => ({
            value: direction,
            name: t(`search.directions.${direction}`),
            count,
            isChosen: directions.includes(direction),
            to: to({ directions: toggle(directions, direction) }),
          }))}
      />
      <FacetGroup
        title={t('search.person')}
        facets={numbers.people.map(({ person, count }) => ({
          value: person.personKey,
          name: personName(person),
          note: person.corpName || (isExternal(person) ? t('reader.externalShort') : null),
          count,
          isChosen: people.includes(person.personKey),
          to: to({ people: toggle(people, person.personKey) }),
        }))}
      />
      <FacetGroup
        title={t('search.room')}
        facets={numbers.rooms.map(({ roomId, name, isExternal, count }) => ({
          value: roomId,
          name: roomName({ roomId, name, isExternal }, words),
          count,
          isChosen: room === roomId,
          to: to({ room: room === roomId ? '' : roomId }),
        }))}
      />
    </div>
  );
}
