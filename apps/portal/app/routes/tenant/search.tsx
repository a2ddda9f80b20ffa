import { dayOf } from '@highwater/calendar';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { PackageOpen, Search as SearchIcon, SearchX } from 'lucide-react';
import { listRooms, searchMessages } from '../../api/archive.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { CONTROL } from '../../components/field.tsx';
import { MoreLink } from '../../components/more-link.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { paths } from '../../paths.ts';
import { listChoices } from '../../people/list-choices.ts';
import { CoverageLine } from '../../search/coverage-line.tsx';
import { FilterChips } from '../../search/filter-chips.tsx';
import { filterQuery } from '../../search/filter-query.ts';
import { isEmpty, readFilters, toSelection } from '../../search/filters.ts';
import { Hit } from '../../search/hit.tsx';
import { queryTexts } from '../../session/read-query.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('search.title');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const me = await requireRight(visit, 'search');
    const filters = readFilters(visit.url.searchParams);
    const who = queryTexts(visit.url.searchParams, ['who']).who ?? '';
    const selection = toSelection(filters, me.tenant.zone);
    const [answer, people, rooms] = await Promise.all([
      searchMessages(visit.api, selection, visit.url.searchParams.get('cursor') ?? undefined),
      listChoices(visit.api, { who, chosen: [filters.person] }),
      listRooms(visit.api, {}),
    ]);
    const today = dayOf(me.tenant.zone, Date.now());
    return {
      filters,
      empty: isEmpty(filters),
      answer,
      people,
      who,
      rooms: rooms.items,
      today,
      exports: me.actions.includes('export'),
    };
  });

export default function Search() {
  const { filters, empty, answer, people, who, rooms, today, exports } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const query = filterQuery(filters);
  const older = answer.nextCursor === null ? null : paths.search({ ...query, cursor: answer.nextCursor });
  return (
    <div className="max-w-4xl">
      <PageHead
        title={t('search.title')}
        action={
          exports &&
          answer.items.length > 0 && (
            <ButtonLink to={paths.newExport(query)} icon={<PackageOpen aria-hidden size={16} />}>
              {t('search.exportThese')}
            </ButtonLink>
          )
        }
      />
      <Form method="get" key={JSON.stringify([query, who])} className="flex flex-col gap-3" role="search">
        <div className="flex gap-2">
          <input
            type="search"
            name="q"
            defaultValue={filters.q}
            placeholder={t('search.words')}
            maxLength={500}
            aria-label={t('search.words')}
            className={`${CONTROL} min-h-10! text-base!`}
          />
          <Button look="primary" icon={<SearchIcon aria-hidden size={16} />}>
            {t('search.find')}
          </Button>
        </div>
        <FilterChips filters={filters} people={people} who={who} rooms={rooms} today={today} />
        <p className="text-xs text-muted">{t('search.howItMatches')}</p>
      </Form>
      <div className="mt-5 mb-3">
        <CoverageLine coverage={answer.coverage} />
      </div>
      {answer.items.length === 0 ? (
        <EmptyState icon={SearchX} title={t(empty ? 'search.emptyArchive' : 'search.nothing')}>
          {t(empty ? 'search.emptyArchiveCure' : 'search.nothingCure')}
        </EmptyState>
      ) : (
        <ol className="flex flex-col gap-2.5" aria-label={t('search.results')}>
          {answer.items.map((hit) => (
            <li key={hit.messageId}>
              <Hit hit={hit} q={filters.q} />
            </li>
          ))}
        </ol>
      )}
      <MoreLink to={older} />
    </div>
  );
}
