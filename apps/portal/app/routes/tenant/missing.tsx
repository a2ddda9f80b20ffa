import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { read } from '../../session/read.ts';
import { requireMember } from '../../session/require-member.ts';

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    await requireMember(visit);
    throw data({ fault: 'thing.missing' }, { status: 404 });
  });

export default function Missing() {
  return null;
}
