import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useLocation } from '@remix-run/react';
import { PackageOpen } from 'lucide-react';
import { deleteSavedSearch, saveSearch } from '../../api/search.ts';
import { ButtonLink } from '../../components/button.tsx';
import { KeyHelp } from '../../components/key-help.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { paths } from '../../paths.ts';
import { ActiveFilters } from '../../search/active-filters.tsx';
import { FilterBar } from '../../search/filter-bar.tsx';
import { filterQuery } from '../../search/filter-query.ts';
import { readFilters } from '../../search/filters.ts';
import { Found } from '../../search/found.tsx';
import { loadSearch } from '../../search/load-search.ts';
import { SavedMenu } from '../../search/saved-menu.tsx';
import { SavedNotice, type SavedDone } from '../../search/saved-notice.tsx';
import { toSavedQuery } from '../../search/saved-query.ts';
import { SearchFailed } from '../../search/search-failed.tsx';
import { LONGEST_QUESTION, SearchForm } from '../../search/search-form.tsx';
import { useMenus } from '../../search/use-menus.ts';
import { useSearchKeys } from '../../search/use-search-keys.ts';
import { act, textField } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('search.title');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const me = await requireRight(visit, 'search');
    return loadSearch(visit.api, me, visit.url.searchParams);
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form): Promise<SavedDone> => {
    const me = await requireRight(visit, 'search');
    const [name, address] = [textField(form, 'name'), textField(form, 'address')];
    if (textField(form, 'intent') === 'unsave') {
      await deleteSavedSearch(visit.api, textField(form, 'searchId'));
      return { done: 'unsaved', name, address };
    }
    const query = toSavedQuery(readFilters(new URLSearchParams(address)), me.tenant.zone);
    await saveSearch(visit.api, { name, query }, textField(form, 'key'));
    return { done: 'saved', name };
  });

export default function Search() {
  const { filters, ignored, found, names, looked, saved, numbers, today, actions, creation } =
    useLoaderData<typeof loader>();
  const told = useActionData<typeof action>();
  const { t } = useWords();
  const { key } = useLocation();
  useMenus();
  useSearchKeys();
  const query = filterQuery(filters);
  const refusal = told !== undefined && 'problem' in told ? told : undefined;
  const wrongWords = found.problem?.field === 'q' ? t('search.tooLong', { most: LONGEST_QUESTION }) : null;
  const hasHits = found.answer !== null && found.answer.items.length > 0;
  return (
    <div className="max-w-6xl">
      <PageHead
        title={t('search.title')}
        action={
          <>
            <KeyHelp
              lines={[
                { keys: ['/'], does: t('search.keys.box') },
                { keys: ['j', '↓'], does: t('search.keys.next') },
                { keys: ['k', '↑'], does: t('search.keys.previous') },
                { keys: ['Enter'], does: t('search.keys.open') },
                { keys: ['s'], does: t('search.keys.save') },
                { keys: ['←', '→'], does: t('search.keys.bars') },
                { keys: ['Esc'], does: t('search.keys.close') },
              ]}
            />
            <SavedMenu
              key={`saved ${key} ${saved.length}`}
              saved={saved}
              filters={filters}
              creation={creation}
              error={refusal?.problem.title}
            />
            {actions.includes('export') && hasHits && (
              <ButtonLink to={paths.newExport(query)} icon={<PackageOpen aria-hidden size={16} />}>
                {t('search.exportThese')}
              </ButtonLink>
            )}
          </>
        }
      />
      {told !== undefined && 'done' in told && <SavedNotice done={told} />}
      <SearchForm filters={filters} error={wrongWords}>
        <FilterBar key={JSON.stringify([query, looked])} filters={filters} looked={looked} today={today} />
        <ActiveFilters filters={filters} names={names} />
      </SearchForm>
      {ignored.length > 0 && (
        <div className="mt-4">
          <Notice tone="attention" title={t('search.ignored', { list: ignored.join(t('common.comma')) })} />
        </div>
      )}
      {found.problem === null ? (
        <Found answer={found.answer} filters={filters} given={numbers} today={today} actions={actions} />
      ) : (
        wrongWords === null && <SearchFailed problem={found.problem} again={paths.search(query)} />
      )}
    </div>
  );
}
