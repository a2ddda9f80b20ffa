import type { PersonView } from '../api/types.ts';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { personName } from '../components/person-name.tsx';
import type { Filters } from '../search/filters.ts';
import { useWords } from '../words/words-context.tsx';

/** What came along from a search and has no field of its own here: said in words, and sent with the form. */
export function CarriedFilters({ filters, people }: { filters: Filters; people: readonly PersonView[] }) {
  const { t } = useWords();
  const { conversation, directions, media, recalled, unanswered } = filters;
  const others = filters.people.slice(1);
  const nameOf = (key: string) => {
    const person = people.find(({ personKey }) => personKey === key);
    return person === undefined ? key : personName(person);
  };
  const said = [
    ...others.map((key) => t('common.titled', { title: t('search.person'), text: nameOf(key) })),
    ...directions.map((direction) => t(`search.directions.${direction}`)),
    ...(media === '' ? [] : [t(media === 'true' ? 'search.withMedia' : 'search.withoutMedia')]),
    ...(recalled === '' ? [] : [t(recalled === 'true' ? 'search.onlyRecalled' : 'search.notRecalled')]),
    ...(unanswered === '' ? [] : [t('search.unanswered')]),
  ];
  return (
    <>
      <HiddenFields values={{ conversation, person: others, direction: directions, media, recalled, unanswered }} />
      {said.length > 0 && (
        <p className="rounded-md bg-accent-soft px-3 py-2 text-accent">
          {t('common.titled', { title: t('exports.alsoOnly'), text: said.join(t('common.comma')) })}
        </p>
      )}
    </>
  );
}
