import { useFetcher } from '@remix-run/react';
import { useEffect } from 'react';
import type { SearchNumbers } from '../api/search-types.ts';
import { paths } from '../paths.ts';
import type { loader as numbersLoader } from '../routes/tenant/search-numbers.ts';
import { filterQuery } from './filter-query.ts';
import type { Filters } from './filters.ts';

export type Numbers = { readonly numbers: SearchNumbers } | 'waiting' | 'failed';

/** The numbers of a search, asked for once its hits are there; `given` are those that came with the page. */
export function useNumbers(filters: Filters, given: Numbers): Numbers {
  const address = paths.searchNumbers(filterQuery(filters));
  // One for each search, so that a late answer to the one before never shows.
  const { load, data } = useFetcher<typeof numbersLoader>({ key: address });
  const isWanted = given === 'waiting';
  useEffect(() => {
    if (isWanted) load(address);
  }, [isWanted, address, load]);
  if (!isWanted) return given;
  if (data === undefined) return 'waiting';
  return data.answer === null ? 'failed' : { numbers: data.answer };
}
