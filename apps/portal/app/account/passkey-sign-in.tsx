import { KeyRound } from 'lucide-react';
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { signInWithPasskey, usePasskeyCeremony } from './passkey-ceremony.ts';

/** Signs in with a passkey instead of password and code; needs JavaScript, and says so without. */
export function PasskeySignIn({ next }: { next: string }) {
  const { t } = useWords();
  // The door's own page goes on to `next`, once it knows whose browser this is.
  const { state, run } = usePasskeyCeremony(paths.signIn(next));
  return (
    <div className="flex flex-col gap-3">
      {state === 'refused' && <Notice tone="loss" alert title={t('account.passkeySignInRefused')} />}
      <noscript>
        <p className="text-sm text-muted">{t('account.passkeyNoScript')}</p>
      </noscript>
      <Button
        type="button"
        icon={<KeyRound aria-hidden size={16} />}
        disabled={state === 'loading' || state === 'busy'}
        onClick={() => void run(signInWithPasskey)}
      >
        {t('account.passkeySignIn')}
      </Button>
    </div>
  );
}
