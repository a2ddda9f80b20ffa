import type { LoaderFunctionArgs } from '@remix-run/node';
import { readContext } from '../../api/reading.ts';
import { readAddress } from '../../reader/reading-address.ts';
import { read } from '../../session/read.ts';

/** What is older or newer, for a page that is read on in place. */
export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit, params) => {
    const search = visit.url.searchParams;
    const { gap } = readAddress(search);
    const cursor = search.get('cursor') ?? undefined;
    return Response.json(await readContext(visit.api, params['messageId'] ?? '', { cursor, gap }));
  });
