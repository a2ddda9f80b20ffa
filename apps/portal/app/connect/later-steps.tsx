import { useWords } from '../words/words-context.tsx';
import { Step } from './step.tsx';

const LATER = ['key', 'address', 'check', 'first_message'] as const;

/** The steps to come, so that the whole way is seen before its first step. */
export function LaterSteps() {
  const { t } = useWords();
  return LATER.map((step, at) => (
    <Step key={step} number={at + 2} title={t(`connect.step.${step}`)} tone="neutral" state={t('connect.state.later')}>
      <p className="text-muted">{t(`connect.later.${step}`)}</p>
    </Step>
  ));
}
