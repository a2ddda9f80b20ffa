import type { LoaderFunctionArgs } from '@remix-run/node';
import { getPerson } from '../../api/archive.ts';
import { cardOf } from '../../people/person-card.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';

/** What a name says of its person on hover and focus. */
export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit, params) => {
    await requireRight(visit, 'view');
    const person = await getPerson(visit.api, params['connectionId'] ?? '', params['personKey'] ?? '');
    return Response.json(cardOf(person), { headers: { 'Cache-Control': 'private, max-age=60' } });
  });
