import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import { signInWithPasskey } from './passkey-ceremony.ts';

/** Signs in with a passkey instead of password and code. */
export function PasskeySignIn({ next }: { next: string }) {
  const { t } = useWords();
  return (
    <PasskeyButton
      label={t('account.passkeySignIn')}
      refused={t('account.passkeySignInRefused')}
      // The door's own page goes on to `next`, once it knows whose browser this is.
      then={paths.signIn(next)}
      ceremony={() => signInWithPasskey('/auth')}
    />
  );
}
