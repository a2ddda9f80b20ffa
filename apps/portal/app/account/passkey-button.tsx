import { KeyRound } from 'lucide-react';
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { useWords } from '../words/words-context.tsx';
import { usePasskeyCeremony } from './passkey-ceremony.ts';

/** Runs a passkey's ceremony and goes to `then`; needs JavaScript, and says so without. */
export function PasskeyButton(button: {
  label: string;
  refused: string;
  then: string;
  ceremony: () => Promise<void>;
  look?: 'primary';
}) {
  const { t } = useWords();
  const { state, run } = usePasskeyCeremony(button.then);
  return (
    <div className="flex flex-col gap-3">
      {state === 'refused' && <Notice tone="loss" alert title={button.refused} />}
      <noscript>
        <p className="text-sm text-muted">{t('account.passkeyNoScript')}</p>
      </noscript>
      <Button
        type="button"
        {...(button.look && { look: button.look })}
        icon={<KeyRound aria-hidden size={16} />}
        disabled={state === 'loading' || state === 'busy'}
        onClick={() => void run(button.ceremony)}
      >
        {button.label}
      </Button>
    </div>
  );
}
