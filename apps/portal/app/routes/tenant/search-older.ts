import { dayOf } from '@highwater/calendar';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { findMessages } from '../../api/search.ts';
import { readFilters } from '../../search/filters.ts';
import { toSelection } from '../../search/to-selection.ts';
import { orProblem } from '../../session/or-problem.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';

/** The next older hits of a search, for a page that shows the newer ones. */
export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const me = await requireRight(visit, 'search');
    const cursor = visit.url.searchParams.get('cursor') ?? '';
    const { zone } = me.tenant;
    const selection = toSelection(readFilters(visit.url.searchParams), zone, dayOf(zone, Date.now()));
    return { cursor, ...(await orProblem(findMessages(visit.api, selection, cursor))) };
  });

/** Hits that were read stay as they are. */
export const shouldRevalidate = () => false;
