import { ApiProblem, type Problem } from '@highwater/api-client';

/** Problems that a page is there for: without a session or the right there is nothing to show. */
const FOR_THE_PAGE: readonly number[] = [401, 403];

/** What was answered, or why not: for a part of a page that may fail while the rest stands. */
export async function orProblem<Answer>(
  asked: Promise<Answer>,
): Promise<{ answer: Answer; problem: null } | { answer: null; problem: Problem }> {
  try {
    return { answer: await asked, problem: null };
  } catch (error) {
    if (!(error instanceof ApiProblem) || FOR_THE_PAGE.includes(error.problem.status)) throw error;
    return { answer: null, problem: error.problem };
  }
}
