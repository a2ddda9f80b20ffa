import { ApiProblem } from '@highwater/api-client';
import { redirect } from '@remix-run/node';
import { getOperator } from '../api/operator.ts';
import { paths } from '../paths.ts';
import type { Visit } from '../session/visit.ts';

/** Who is signed in at the console; others are sent to sign in. */
export async function requireOperator(visit: Visit) {
  try {
    return await getOperator(visit.api);
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.status === 401) throw redirect(paths.operatorSignIn());
    throw error;
  }
}
