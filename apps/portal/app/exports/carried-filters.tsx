import { HiddenFields } from '../components/hidden-fields.tsx';
import type { Filters } from '../search/filters.ts';
import { useWords } from '../words/words-context.tsx';

/** What came along from a search and has no field of its own here: said in words, and sent with the form. */
export function CarriedFilters({ filters }: { filters: Filters }) {
  const { t } = useWords();
  const { conversation, directions, media, recalled, unanswered } = filters;
  const said = [
    ...directions.map((direction) => t(`search.directions.${direction}`)),
    ...(media === '' ? [] : [t(media === 'true' ? 'search.withMedia' : 'search.withoutMedia')]),
    ...(recalled === '' ? [] : [t(recalled === 'true' ? 'search.onlyRecalled' : 'search.notRecalled')]),
    ...(unanswered === '' ? [] : [t('search.unanswered')]),
  ];
  return (
    <>
      <HiddenFields values={{ conversation, direction: directions, media, recalled, unanswered }} />
      {said.length > 0 && (
        <p className="rounded-md bg-accent-soft px-3 py-2 text-accent">
          {t('common.titled', { title: t('exports.alsoOnly'), text: said.join(t('common.comma')) })}
        </p>
      )}
    </>
  );
}
