import type { LoaderFunctionArgs } from '@remix-run/node';
import { listTimelineDays } from '../../api/reading.ts';
import { loadBusyMonth } from '../../reader/load-busy-month.ts';
import { readMonth } from '../../reader/read-month.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';

/** The busy days of another month of one customer, for a calendar that is turned in place. */
export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit, params) => {
    const me = await requireRight(visit, 'view');
    const month = readMonth(visit.url.searchParams);
    const person = { connectionId: params['connectionId'] ?? '', personKey: params['personKey'] ?? '' };
    return Response.json(
      await loadBusyMonth((range) => listTimelineDays(visit.api, person, range), month, me.tenant.zone),
    );
  });
