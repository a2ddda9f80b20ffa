import type { Problem } from '../api/problem.ts';
import { useWords } from '../words/words-context.tsx';
import { Notice } from './notice.tsx';

/** What a form was refused for, unless a field says it. */
export function FormProblem({
  problem,
  fields = [],
}: {
  problem: Problem | null | undefined;
  fields?: readonly string[];
}) {
  const { fault } = useWords();
  if (!problem || (problem.field !== null && fields.includes(problem.field))) return null;
  const words = fault(problem.fault);
  return (
    <Notice tone="loss" alert title={problem.title || words.title}>
      {problem.detail ?? words.cure}
    </Notice>
  );
}

/** The sentence for one field of a refused form; `wrong` is said where the problem is only that it is malformed. */
export function fieldError(problem: Problem | null | undefined, field: string, wrong: string): string | null {
  if (!problem || problem.field !== field) return null;
  if (problem.fault === 'request.malformed') return wrong;
  return problem.detail === null || problem.detail === '' ? problem.title : `${problem.title}: ${problem.detail}`;
}
