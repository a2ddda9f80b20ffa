import { Form } from '@remix-run/react';
import type { InvitationView } from '../api/setup-types.ts';
import { Button } from '../components/button.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { useWords } from '../words/words-context.tsx';
import { grantWords } from './grant-words.ts';
import { roleName } from './role-name.ts';

type InvitationState = 'open' | 'accepted' | 'revoked' | 'expired';

export function invitationState({ acceptedAt, revokedAt, expiresAt }: InvitationView, now: number): InvitationState {
  if (acceptedAt !== null) return 'accepted';
  if (revokedAt !== null) return 'revoked';
  return expiresAt <= now ? 'expired' : 'open';
}

const TONES = { open: 'waiting', accepted: 'healthy', revoked: 'neutral', expired: 'neutral' } as const;

export function InvitationRow({
  invitation,
  mayChange,
  now,
}: {
  invitation: InvitationView;
  mayChange: boolean;
  now: number;
}) {
  const words = useWords();
  const { t, when } = words;
  const state = invitationState(invitation, now);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{invitation.email}</span>
          <StateBadge tone={TONES[state]}>{t(`members.invitation.${state}`)}</StateBadge>
          <span className="rounded-sm bg-surface-3 px-1.5 text-xs">{roleName(invitation, words)}</span>
        </p>
        <p className="text-sm text-muted">
          {invitation.grants.map((grant) => `${grantWords(grant, undefined, words)} · `).join('')}
          {t('members.invitedUntil', { time: when(invitation.expiresAt) })}
        </p>
      </div>
      {mayChange && state === 'open' && (
        <Form method="post">
          <input type="hidden" name="intent" value="revoke" />
          <input type="hidden" name="invitationId" value={invitation.invitationId} />
          <Button>{t('members.revoke')}</Button>
        </Form>
      )}
    </li>
  );
}
