import { useWords } from '../words/words-context.tsx';
import { Step } from './step.tsx';

const LATER = ['key', 'address', 'check', 'first_message'] as const;

/** The steps to come and what may follow, so that the whole way is seen before its first step. */
export function LaterSteps() {
  const { t } = useWords();
  return (
    <>
      {LATER.map((step, at) => (
        <Step
          key={step}
          number={at + 2}
          title={t(`connect.step.${step}`)}
          tone="neutral"
          state={t('connect.state.later')}
        >
          <p className="text-muted">{t(`connect.later.${step}`)}</p>
        </Step>
      ))}
      <li className="mt-8 border-t border-line pt-4 text-sm">
        <h2 className="text-sm font-semibold">{t('secrets.laterTitle')}</h2>
        <p className="text-muted">{t('secrets.laterText')}</p>
      </li>
    </>
  );
}
