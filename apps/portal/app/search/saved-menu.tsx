import { Form } from '@remix-run/react';
import { Bookmark, Trash2 } from 'lucide-react';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { TextLink } from '../components/text-link.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { filterQuery } from './filter-query.ts';
import { FilterMenu } from './filter-menu.tsx';
import { isEmpty, type Filters } from './filters.ts';
import { rangeWord } from './relative-range.ts';

/** A saved search as the page shows it. */
export interface SavedEntry {
  readonly searchId: string;
  readonly name: string;
  readonly filters: Filters;
}

/** Characters that a name may have. */
const LONGEST_NAME = 80;

/** The address of a search without the path: what the forms send along to say which search is meant. */
export function addressOf(filters: Filters): string {
  return paths.search(filterQuery(filters)).split('?')[1] ?? '';
}

interface MenuProps {
  readonly saved: readonly SavedEntry[];
  readonly filters: Filters;
  /** Makes a save that is sent twice one save. */
  readonly creation: string;
  /** Why a name was refused. */
  readonly error: string | undefined;
}

/** The member's own saved searches, and the one at hand to be added to them. */
export function SavedMenu({ saved, filters, creation, error }: MenuProps) {
  const { t } = useWords();
  return (
    <FilterMenu
      name={t('search.saved')}
      on={false}
      open={error !== undefined}
      side="right"
      mark="saved"
      icon={<Bookmark aria-hidden size={14} />}
    >
      {saved.length === 0 && <p className="px-2 py-1 text-sm text-muted">{t('search.savedNone')}</p>}
      <ul>
        {saved.map((entry) => (
          <li key={entry.searchId} className="flex items-center gap-1 rounded-md pl-2 hover:bg-surface-2">
            <TextLink to={paths.search(filterQuery(entry.filters))} className="min-w-0 flex-1 truncate py-1">
              {entry.name}
            </TextLink>
            {entry.filters.range !== '' && (
              <span className="shrink-0 text-xs text-muted">{rangeWord(entry.filters.range, t)}</span>
            )}
            <Form method="post" preventScrollReset>
              <input type="hidden" name="intent" value="unsave" />
              <input type="hidden" name="searchId" value={entry.searchId} />
              <input type="hidden" name="name" value={entry.name} />
              <input type="hidden" name="address" value={addressOf(entry.filters)} />
              <button
                aria-label={t('search.unsave', { name: entry.name })}
                className="grid size-8 place-items-center rounded-md text-muted hover:bg-surface-3 hover:text-loss"
              >
                <Trash2 aria-hidden size={14} />
              </button>
            </Form>
          </li>
        ))}
      </ul>
      {!isEmpty(filters) && (
        <Form method="post" preventScrollReset className="mt-1 flex flex-col gap-2 border-t border-line p-2">
          <input type="hidden" name="intent" value="save" />
          <input type="hidden" name="address" value={addressOf(filters)} />
          <input type="hidden" name="key" value={creation} />
          <Field
            label={t('search.saveName')}
            name="name"
            required
            maxLength={LONGEST_NAME}
            autoComplete="off"
            defaultValue={filters.q.slice(0, LONGEST_NAME)}
            hint={t('search.saveHint')}
            error={error}
          />
          <Button look="primary">{t('search.save')}</Button>
        </Form>
      )}
    </FilterMenu>
  );
}
