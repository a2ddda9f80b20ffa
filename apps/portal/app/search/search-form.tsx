import { Form, useNavigate } from '@remix-run/react';
import { Search as SearchIcon } from 'lucide-react';
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { Button } from '../components/button.tsx';
import { CONTROL } from '../components/field.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { filterQuery } from './filter-query.ts';
import { readFilters, type Filters } from './filters.ts';
import { HowToWrite } from './how-to-write.tsx';

/** Characters that the search takes. */
export const LONGEST_QUESTION = 500;

interface FormProps {
  readonly filters: Filters;
  readonly error: string | null;
  readonly children: ReactNode;
}

/** The filters that a form says, as an address without empty parts. */
function askedIn(form: HTMLFormElement): string {
  const search = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') search.append(name, value);
  return paths.search(filterQuery(readFilters(search)));
}

/** The box and everything that narrows it; the address is what it says. */
export function SearchForm({ filters, error, children }: FormProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const box = useRef<HTMLInputElement>(null);
  // The box stays in place and in focus while searches come and go.
  useEffect(() => {
    if (box.current !== null && box.current.value !== filters.q) box.current.value = filters.q;
  }, [filters.q]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    navigate(askedIn(event.currentTarget));
  };
  return (
    <Form method="get" role="search" onSubmit={submit} className="flex flex-col gap-3">
      <div className="flex gap-2">
        <input
          ref={box}
          type="search"
          name="q"
          defaultValue={filters.q}
          placeholder={t('search.words')}
          aria-label={t('search.words')}
          aria-invalid={error === null ? undefined : true}
          aria-describedby={error === null ? undefined : 'q-error'}
          aria-keyshortcuts="/"
          className={`${CONTROL} min-h-10! min-w-0 text-base!`}
        />
        <Button look="primary" icon={<SearchIcon aria-hidden size={16} />}>
          {t('search.find')}
        </Button>
      </div>
      {error !== null && (
        <p id="q-error" role="alert" className="text-sm text-loss">
          {error}
        </p>
      )}
      <HowToWrite />
      {children}
    </Form>
  );
}
