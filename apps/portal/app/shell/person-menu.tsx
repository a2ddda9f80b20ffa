import { Link } from '@remix-run/react';
import { CircleUserRound } from 'lucide-react';
import { paths } from '../paths.ts';
import type { Member } from '../session/require-member.ts';
import { useWords } from '../words/words-context.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { SignOut } from './sign-out.tsx';

/** Who is signed in, and what belongs to them rather than to the company. */
export function PersonMenu({ me, narrow }: { me: Member; narrow: boolean }) {
  return (
    <details className="relative border-t border-line pt-2">
      <summary title={me.user.name} className="flex min-h-9 items-center gap-2.5 rounded-md px-2.5 hover:bg-surface-3">
        <CircleUserRound aria-hidden size={18} className="shrink-0 text-muted" />
        <span className={narrow ? 'sr-only' : 'truncate max-lg:sr-only'}>{me.user.name}</span>
      </summary>
      <div className="absolute bottom-full left-0 z-30 mb-1 w-64 animate-appear rounded-lg bg-surface p-3 shadow-float">
        <PersonPanel me={me} />
      </div>
    </details>
  );
}

export function PersonPanel({ me }: { me: Member }) {
  const { t } = useWords();
  return (
    <div className="flex flex-col gap-3">
      <div className="min-w-0">
        <p className="truncate font-medium">{me.user.name}</p>
        <p className="truncate text-xs text-muted">{me.user.email}</p>
        {me.role && <p className="text-xs text-muted">{t(`members.called.${me.role}`)}</p>}
      </div>
      <LanguageSwitch />
      {me.role === 'owner' && (
        <Link to={paths.support()} className="text-accent hover:underline">
          {t('support.title')}
        </Link>
      )}
      {me.support.looking === null && (
        <Link to={paths.account()} className="text-accent hover:underline">
          {t('account.title')}
        </Link>
      )}
      <Link to={paths.security()} className="text-accent hover:underline">
        {t('support.securityPage')}
      </Link>
      {me.support.looking === null && <SignOut />}
    </div>
  );
}
