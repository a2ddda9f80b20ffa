import type { Problem } from '@highwater/api-client';
import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import { ACTIONS, type Fault } from '@highwater/domain';
import { Compass, LockKeyhole, TriangleAlert } from 'lucide-react';
import { ButtonLink } from '../components/button.tsx';
import { paths } from '../paths.ts';
import { problemWords } from '../words/problem-words.ts';
import { useWords, type Words } from '../words/words-context.tsx';

function problemOf(error: unknown): Partial<Problem> & { fault: Fault; status: number } {
  if (!isRouteErrorResponse(error)) return { fault: 'internal', status: 500 };
  const given: Partial<Problem> | null = typeof error.data === 'object' ? error.data : null;
  const fault = given?.fault;
  if (fault !== undefined) return { ...given, fault, status: error.status };
  return { fault: error.status === 404 ? 'thing.missing' : 'internal', status: error.status };
}

/** The role has the right, and no grant opens anything. */
const isUngranted = ({ params }: Partial<Problem>): boolean => params?.['ungranted'] !== undefined;

/** Which right is missing and who can give it; nothing about what lies behind. */
function missingRight(problem: Partial<Problem>, { t }: Words): string {
  if (isUngranted(problem)) return t('errors.ungranted');
  const action = ACTIONS.find((each) => each === problem.params?.['action']);
  return action === undefined
    ? t('errors.askAdmin')
    : t('errors.missingRight', { right: t(`members.right.${action}`) });
}

/** What happened, to what, and what to do. */
export function ErrorPage() {
  const error = useRouteError();
  const words = useWords();
  const problem = problemOf(error);
  const { title, cure } = problemWords(problem, words.t);
  const forbidden = problem.fault === 'permission.missing';
  const Icon = forbidden ? LockKeyhole : problem.status === 404 ? Compass : TriangleAlert;
  return (
    <section className="flex flex-col items-start gap-3 py-8">
      <Icon aria-hidden size={32} strokeWidth={1.5} className="text-muted" />
      <p className="text-sm text-muted tabular-nums">{problem.status}</p>
      <h1 className="text-lg">{isUngranted(problem) ? words.t('errors.ungrantedTitle') : title}</h1>
      <p className="max-w-prose">{forbidden ? missingRight(problem, words) : cure}</p>
      {problem.requestId && (
        <p className="font-mono text-xs text-muted">{words.t('errors.requestId', { id: problem.requestId })}</p>
      )}
      <ButtonLink to={paths.overview()} look="primary">
        {words.t('errors.toOverview')}
      </ButtonLink>
    </section>
  );
}
