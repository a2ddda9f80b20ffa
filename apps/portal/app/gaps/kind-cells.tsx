import type { kindCoverage } from '@highwater/message-view/kind-coverage';
import { Check, CircleAlert, Minus } from 'lucide-react';
import { Cell } from '../components/table.tsx';
import { useWords } from '../words/words-context.tsx';

export const STEPS = ['stored', 'parsed', 'drawn', 'searched', 'exported'] as const;

/** How many samples of one kind came through each step; a sign stands with the number. */
export function KindCells({ coverage }: { coverage: (typeof kindCoverage)[number] }) {
  const { t } = useWords();
  return STEPS.map((step) => {
    const { whole, of } = coverage[step];
    const label = t(`kindCoverage.step.${step}`);
    if (of === 0) {
      return (
        <Cell key={step} label={label}>
          <span className="inline-flex items-center gap-1 text-muted" title={t('kindCoverage.none')}>
            <Minus aria-hidden size={14} />
            <span className="sr-only">{t('kindCoverage.none')}</span>
          </span>
        </Cell>
      );
    }
    const Sign = whole === of ? Check : CircleAlert;
    return (
      <Cell key={step} label={label} number>
        <span className={`inline-flex items-center gap-1 ${whole === of ? 'text-healthy' : 'text-attention'}`}>
          <Sign aria-hidden size={14} />
          {t('kindCoverage.of', { whole, of })}
        </span>
      </Cell>
    );
  });
}
