import type { LoaderFunctionArgs } from '@remix-run/node';
import { readTimelinePart } from '../../reader/read-timeline-part.ts';
import { read } from '../../session/read.ts';

/** What is older or newer of one customer, for a page that is read on in place. */
export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit, params) => {
    const person = { connectionId: params['connectionId'] ?? '', personKey: params['personKey'] ?? '' };
    return Response.json(await readTimelinePart(visit.api, person, visit.url.searchParams));
  });
