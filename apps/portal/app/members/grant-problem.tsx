import type { Problem } from '@highwater/api-client';
import { FormProblem } from '../components/form-problem.tsx';
import { Notice } from '../components/notice.tsx';
import { useWords } from '../words/words-context.tsx';

const SAID = { grant: 'narrow', employees: 'narrow', expiresAt: 'over', sentUntil: 'order' } as const;

/** Why a grant was not taken, in the editor's own words where it is about what was chosen. */
export function GrantProblem({ problem }: { problem: Problem | null | undefined }) {
  const { t } = useWords();
  const field = problem?.fault === 'request.malformed' ? problem.field?.split('.').at(-1) : undefined;
  const known = field !== undefined && Object.hasOwn(SAID, field) ? SAID[field as keyof typeof SAID] : undefined;
  if (known === undefined) return <FormProblem problem={problem} />;
  return <Notice tone="loss" alert title={t(`grants.${known}`)} />;
}
