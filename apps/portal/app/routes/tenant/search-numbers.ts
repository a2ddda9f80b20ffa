import { dayOf } from '@highwater/calendar';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { countMessages } from '../../api/search.ts';
import { readFilters } from '../../search/filters.ts';
import { toSelection } from '../../search/to-selection.ts';
import { orProblem } from '../../session/or-problem.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';

/** The numbers of a search, apart from its hits, which never wait for them. */
export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const me = await requireRight(visit, 'search');
    const { zone } = me.tenant;
    const filters = readFilters(visit.url.searchParams);
    return orProblem(countMessages(visit.api, toSelection(filters, zone, dayOf(zone, Date.now()))));
  });

/** Saving or deleting a search changes no number. */
export const shouldRevalidate = () => false;
