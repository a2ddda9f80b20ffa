import type { Problem } from '@highwater/api-client';
import type { ReactNode } from 'react';
import { problemWords } from '../words/problem-words.ts';
import { useWords } from '../words/words-context.tsx';
import { Notice } from './notice.tsx';

/** The form's field: what is wrong inside a list ("recipients.0") is the list's. */
function fieldOf({ field }: Problem): string {
  return field?.split('.')[0] ?? '';
}

/** What a form was refused for, unless a field says it. */
export function FormProblem({
  problem,
  fields = [],
}: {
  problem: Problem | null | undefined;
  fields?: readonly string[];
}) {
  const { t } = useWords();
  if (!problem || fields.includes(fieldOf(problem))) return null;
  const { title, cure } = problemWords(problem, t);
  return (
    <Notice tone="loss" alert title={title}>
      {cure}
    </Notice>
  );
}

/** The sentence for one field of a refused form; `wrong` is said where the problem is only that it is malformed. */
export function fieldError(problem: Problem | null | undefined, field: string, wrong: string): ReactNode {
  if (!problem || fieldOf(problem) !== field) return null;
  if (problem.fault === 'request.malformed') return wrong;
  return <ProblemSentence problem={problem} />;
}

function ProblemSentence({ problem: { title, detail } }: { problem: Problem }) {
  const { t } = useWords();
  return detail === '' ? title : t('common.titled', { title, text: detail });
}
