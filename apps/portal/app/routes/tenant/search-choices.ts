import type { LoaderFunctionArgs } from '@remix-run/node';
import { findChoices } from '../../search/find-choices.ts';
import { queryTexts } from '../../session/read-query.ts';
import { orProblem } from '../../session/or-problem.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';

/** People or rooms whose name holds what is being typed. */
export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    await requireRight(visit, 'search');
    const { who, where } = queryTexts(visit.url.searchParams, ['who', 'where']);
    const isRoom = visit.url.searchParams.has('where');
    const typed = (isRoom ? where : who) ?? '';
    return { typed, ...(await orProblem(findChoices(visit.api, isRoom ? 'where' : 'who', typed))) };
  });

export const shouldRevalidate = () => false;
