import type { LoaderFunctionArgs } from '@remix-run/node';
import { loadBusyMonth } from '../../reader/load-busy-month.ts';
import { isMonth } from '../../reader/month-grid.ts';
import { read } from '../../session/read.ts';
import { refuseField } from '../../session/refuse-field.ts';
import { requireRight } from '../../session/require-member.ts';

/** The busy days of another month, for a calendar that is turned in place. */
export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit, params) => {
    const me = await requireRight(visit, 'view');
    const month = visit.url.searchParams.get('month') ?? '';
    if (!isMonth(month)) throw refuseField('month');
    return Response.json(await loadBusyMonth(visit.api, params['conversationId'] ?? '', month, me.tenant.zone));
  });
