import { KeyRound } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { enrolKey, usePasskey } from '../../operator/use-passkey.ts';
import { paths } from '../../paths.ts';
import { DoorCard } from '../../shell/door-card.tsx';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('operator.enrol');

/** The token stands behind the #: no server and no log sees it before it is used. */
const tokenHere = (): string => window.location.hash.slice(1);

export default function Enrol() {
  const { t } = useWords();
  const { state, run } = usePasskey(paths.operator());
  return (
    <DoorCard title={t('operator.enrol')} lead={t('operator.enrolLead')}>
      {state === 'refused' && <Notice tone="loss" alert title={t('operator.enrolRefused')} />}
      <noscript>
        <p className="text-muted">{t('operator.needsScript')}</p>
      </noscript>
      <Button
        type="button"
        look="primary"
        icon={<KeyRound aria-hidden size={16} />}
        disabled={state === 'loading' || state === 'busy'}
        onClick={() => void run(() => enrolKey(tokenHere()))}
      >
        {t('operator.enrolKey')}
      </Button>
    </DoorCard>
  );
}
