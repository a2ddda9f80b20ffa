import { Link } from '@remix-run/react';
import type { MemberView } from '../api/setup-types.ts';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { reachWords } from './grant-words.ts';
import { roleName } from './role-name.ts';

/** A member in the list: role, what they reach, which employee they are. The name leads to the member's page. */
export function MemberRow({ member, isMe }: { member: MemberView; isMe: boolean }) {
  const words = useWords();
  const { t, when } = words;
  const { memberId, name, email, personKey, personName } = member;
  return (
    <li className="relative flex flex-col gap-1 px-4 py-3 hover:bg-surface-2">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <Link to={paths.member(memberId)} className="font-medium after:absolute after:inset-0">
          {name}
        </Link>
        {isMe && <span className="text-xs text-accent">{t('members.me')}</span>}
        <span className="min-w-0 break-all text-muted">{email}</span>
        <span className="ml-auto rounded-sm bg-surface-3 px-1.5 text-xs">{roleName(member, words)}</span>
      </div>
      <p className="text-sm text-muted">
        {reachWords(member, words)}
        {personKey !== null && ` · ${t('roles.isEmployee', { name: personName ?? personKey })}`}
        {` · ${t('members.joined', { time: when(member.joinedAt) })}`}
      </p>
    </li>
  );
}
