import type { GrantView, ReachNumbersView } from '../api/setup-types.ts';
import { ButtonLink } from '../components/button.tsx';
import { Confirm } from '../components/confirm.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { grantActions, grantWords, lastOf } from './grant-words.ts';
import { numberWords } from './number-words.ts';

interface GrantCardProps {
  readonly memberId: string;
  readonly grant: GrantView;
  /** What it opens; null where it was not counted. */
  readonly numbers: ReachNumbersView | null;
  readonly self: string | null;
  readonly roleActions: readonly string[];
  readonly mayChange: boolean;
}

/** One grant in words: what it reaches, what it allows, who gave it and why. */
export function GrantCard({ memberId, grant, numbers, self, roleActions, mayChange }: GrantCardProps) {
  const words = useWords();
  const { t, when } = words;
  return (
    <li className="flex flex-col gap-1 px-4 py-3">
      <p className={grant.isExpired ? 'text-muted' : 'font-medium'}>{grantWords(grant, self, words)}</p>
      {numbers !== null && <p className="text-sm tabular-nums">{numberWords(numbers, words)}</p>}
      <p className="flex flex-wrap items-center gap-2 text-sm">
        {grant.isExpired && (
          <StateBadge tone="neutral">
            {t('grants.say.expired', { time: lastOf(grant.expiresAt ?? 0, words) })}
          </StateBadge>
        )}
        {!grant.isExpired && grantActions(grant, roleActions, words)}
      </p>
      <p className="text-xs text-muted">
        {t('grants.given', { name: grant.granterName, time: when(grant.grantedAt) })}
        {grant.note !== null && ` · ${t('grants.note', { note: grant.note })}`}
      </p>
      {mayChange && (
        <div className="mt-1 flex flex-wrap items-start gap-2">
          <ButtonLink to={paths.grant(memberId, grant.grantId)}>{t('grants.change')}</ButtonLink>
          <Confirm
            open={t('grants.revoke')}
            warning={t('grants.revokeWarning')}
            confirm={t('grants.revokeConfirm')}
            fields={{ intent: 'revoke', grantId: grant.grantId }}
          />
        </div>
      )}
    </li>
  );
}
