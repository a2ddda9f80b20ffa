import { dayOf, dayRange } from '@highwater/calendar';
import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { findMessageAt } from '../../api/reading.ts';
import { paths } from '../../paths.ts';
import { isDay } from '../../components/is-day.ts';
import { addressQuery, readAddress } from '../../reader/reading-address.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';

/** Leads to the first message of a day, else to the one nearest to it. */
export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit, params) => {
    const me = await requireRight(visit, 'view');
    const search = visit.url.searchParams;
    const day = search.get('day') ?? '';
    // Nobody is led to no day; the page has the calendar.
    if (!isDay(day)) throw redirect(paths.conversation(params['conversationId'] ?? ''));
    const { zone } = me.tenant;
    const { messageId, sentAt } = await findMessageAt(
      visit.api,
      params['conversationId'] ?? '',
      dayRange(zone, day).from,
    );
    const query = addressQuery(readAddress(search));
    throw redirect(paths.message(messageId, { ...query, nearest: dayOf(zone, sentAt) === day ? null : 'true' }));
  });
