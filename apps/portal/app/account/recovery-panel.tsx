import { Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, ButtonLink } from '../components/button.tsx';
import { CodeCopy } from '../components/code-copy.tsx';
import { Confirm } from '../components/confirm.tsx';
import { Notice } from '../components/notice.tsx';
import { Panel } from '../components/panel.tsx';
import { useWords } from '../words/words-context.tsx';

/** From here on a person is told that they run out. */
const FEW = 3;

interface RecoveryPanelProps {
  readonly left: number;
  readonly hasFactor: boolean;
  readonly mayChange: boolean;
}

/** How many recovery codes are left, and new ones. */
export function RecoveryPanel({ left, hasFactor, mayChange }: RecoveryPanelProps) {
  const { t } = useWords();
  return (
    <Panel title={t('account.recovery')}>
      <div className="flex flex-col gap-3 text-sm">
        <p className="text-muted">{hasFactor ? t('account.recoveryLead') : t('account.recoveryLater')}</p>
        {hasFactor && left === 0 && <Notice tone="attention" title={t('account.recoveryNone')} />}
        {left > 0 && left <= FEW && <Notice tone="attention" title={t('account.recoveryFew')} />}
        {left > 0 && <p>{t('account.recoveryLeft', { count: left })}</p>}
        {hasFactor && mayChange && (
          <Confirm
            open={t('account.recoveryMake')}
            warning={left > 0 ? t('account.recoveryMakeWarning') : t('account.recoveryShownLead')}
            confirm={t('account.recoveryMake')}
            fields={{ intent: 'renew-codes' }}
            destroys={left > 0}
          />
        )}
      </div>
    </Panel>
  );
}

/** New codes, shown this once; `next` is where one goes on. */
export function NewCodes({ codes, next }: { codes: readonly string[]; next: string }) {
  const { t } = useWords();
  const [can, setCan] = useState(false);
  useEffect(() => setCan(true), []);
  return (
    <Panel title={t('account.recoveryShown')}>
      <div className="flex flex-col gap-3 text-sm" role="status">
        <p>{t('account.recoveryShownLead')}</p>
        <CodeCopy text={codes.join('\n')} label={t('account.recoveryCodes')} />
        <div className="flex flex-wrap gap-2 print:hidden">
          <ButtonLink to={next} look="primary">
            {t('account.kept')}
          </ButtonLink>
          {can && (
            <Button type="button" icon={<Printer aria-hidden size={16} />} onClick={() => window.print()}>
              {t('account.print')}
            </Button>
          )}
        </div>
      </div>
    </Panel>
  );
}
