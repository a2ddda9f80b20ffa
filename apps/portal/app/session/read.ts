import { ApiProblem } from '@highwater/api-client';
import { data, redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { paths } from '../paths.ts';
import { reasonPath } from './reason-path.ts';
import { visitOf, type Visit } from './visit.ts';

/** Runs a loader: a session that ended goes to sign-in, every other problem to the nearest error page. */
export async function read<Answer>(
  args: LoaderFunctionArgs,
  load: (visit: Visit, params: LoaderFunctionArgs['params']) => Promise<Answer>,
): Promise<Answer> {
  const visit = visitOf(args);
  try {
    // The member's language decides the language of the API's sentences, so it is known first.
    await visit.language();
    return await load(visit, args.params);
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (error.problem.fault === 'support.over') throw redirect(paths.operatorOver());
    if (error.problem.status === 401) throw redirect(paths.signIn(visit.url.pathname + visit.url.search));
    if (error.problem.fault === 'factor.required') throw redirect(paths.account({ next: visit.url.pathname }));
    if (error.problem.fault === 'reason.missing')
      throw redirect(reasonPath(visit.url, args.request.headers.get('referer')));
    throw data(error.problem, { status: error.problem.status });
  }
}
