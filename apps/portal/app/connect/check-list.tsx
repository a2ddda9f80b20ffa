import { CHECK_STEPS, type CheckView, type ConnectionView } from '../api/setup-types.ts';
import { StateBadge, type Tone } from '../components/state-badge.tsx';
import { useWords } from '../words/words-context.tsx';

const TONES: Readonly<Record<CheckView['state'], Tone>> = { passed: 'healthy', failed: 'loss', waiting: 'waiting' };

export function checkOf(connection: ConnectionView, step: CheckView['step']): CheckView {
  const nothing = { step, state: 'waiting', fault: null, params: {}, checkedAt: null } as const;
  return connection.checks.find((check) => check.step === step) ?? nothing;
}

export function toneOfCheck({ state }: CheckView): Tone {
  return TONES[state];
}

/** Each thing that was checked, and for what failed the sentence that says what to fix. */
export function CheckList({ connection }: { connection: ConnectionView }) {
  const { t, fault, when } = useWords();
  return (
    <ul className="divide-y divide-line rounded-lg border border-line">
      {CHECK_STEPS.map((step) => {
        const check = checkOf(connection, step);
        const words = check.fault === null ? null : fault(check.fault, check.params);
        return (
          <li key={step} className="px-4 py-2.5">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <span className="font-medium">{t(`connect.check.${step}`)}</span>
              <span className="flex items-center gap-2">
                {check.checkedAt !== null && (
                  <span className="text-xs text-muted tabular-nums">{when(check.checkedAt)}</span>
                )}
                <StateBadge tone={toneOfCheck(check)}>{t(`connect.state.${check.state}`)}</StateBadge>
              </span>
            </div>
            {words !== null && check.state !== 'passed' && (
              <div className="mt-1">
                <p>{words.title}</p>
                <p className="text-muted">{words.cure}</p>
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
