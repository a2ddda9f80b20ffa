import type { Action } from '@highwater/domain';
import { Check, Circle } from 'lucide-react';
import type { OverviewView } from '../api/setup-types.ts';
import { TextLink } from '../components/text-link.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';

/** What to do first, while the archive is empty. */
export function FirstSteps({ overview, actions }: { overview: OverviewView; actions: readonly Action[] }) {
  const { t } = useWords();
  const steps = [
    { done: overview.connection !== null, word: t('overview.stepConnect'), to: paths.connect(), needs: 'connect' },
    { done: overview.storedMessages > 0, word: t('overview.stepFirst'), to: paths.connect(), needs: 'connect' },
    { done: false, word: t('overview.stepInvite'), to: paths.members(), needs: 'invite' },
    { done: false, word: t('overview.stepSchedule'), to: paths.schedules(), needs: 'schedule' },
  ] as const;
  return (
    <section className="mt-5 rounded-lg border border-line p-4">
      <h2 className="mb-2 font-semibold">{t('overview.firstSteps')}</h2>
      <ol className="flex flex-col gap-1.5">
        {steps.map(({ done, word, to, needs }) => (
          <li key={word} className="flex items-center gap-2">
            {done ? (
              <Check aria-hidden size={16} className="text-healthy" />
            ) : (
              <Circle aria-hidden size={16} className="text-muted" />
            )}
            {!done && actions.includes(needs) ? (
              <TextLink to={to}>{word}</TextLink>
            ) : (
              <span className={done ? 'text-muted' : ''}>{word}</span>
            )}
            {done && <span className="text-xs text-healthy">{t('overview.stepDone')}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
