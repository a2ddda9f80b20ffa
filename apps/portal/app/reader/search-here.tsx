import { Form } from '@remix-run/react';
import { Search } from 'lucide-react';
import { CONTROL } from '../components/field.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { paths } from '../paths.ts';

interface SearchHereProps {
  /** What the search is limited to. */
  readonly within: Readonly<Record<string, string>>;
  readonly label: string;
  readonly q: string;
}

/** A box that searches in what is read. */
export function SearchHere({ within, label, q }: SearchHereProps) {
  return (
    <Form method="get" action={paths.search()} role="search" className="relative min-w-40 flex-1">
      <HiddenFields values={within} />
      <Search aria-hidden size={16} className="absolute top-2.5 left-2.5 text-muted" />
      <input
        type="search"
        name="q"
        key={q}
        defaultValue={q}
        maxLength={500}
        data-search-here=""
        placeholder={label}
        aria-label={label}
        className={`${CONTROL} pl-8!`}
      />
    </Form>
  );
}
