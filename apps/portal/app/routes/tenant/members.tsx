import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { listInvitations, listMembers, revokeInvitation } from '../../api/members.ts';
import { ButtonLink } from '../../components/button.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { InvitationRow } from '../../members/invitation-row.tsx';
import { MemberRow } from '../../members/member-row.tsx';
import { MembersTabs } from '../../members/members-tabs.tsx';
import { paths } from '../../paths.ts';
import { act, textField } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('members.title');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const me = await requireRight(visit, 'see_members');
    const mayInvite = me.actions.includes('invite');
    const [members, invitations] = await Promise.all([
      listMembers(visit.api),
      mayInvite ? listInvitations(visit.api) : { items: [] },
    ]);
    return {
      members: members.items,
      invitations: invitations.items,
      myId: me.memberId,
      mayInvite,
      now: Date.now(),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    if (textField(form, 'intent') === 'revoke') await revokeInvitation(visit.api, textField(form, 'invitationId'));
    throw redirect(paths.members());
  });

export default function Members() {
  const { members, invitations, myId, mayInvite, now } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <div className="max-w-4xl">
      <PageHead
        title={t('members.title')}
        lead={t('members.lead')}
        action={
          mayInvite && (
            <ButtonLink to={paths.inviteMember()} look="primary">
              {t('members.invite')}
            </ButtonLink>
          )
        }
      />
      <MembersTabs />
      <div className="flex flex-col gap-6">
        <FormProblem problem={refusal?.problem} />
        <ul className="divide-y divide-line rounded-lg border border-line">
          {members.map((member) => (
            <MemberRow key={member.memberId} member={member} isMe={member.memberId === myId} />
          ))}
        </ul>
        {invitations.length > 0 && (
          <section>
            <h2 className="mb-2 font-semibold">{t('members.invitations')}</h2>
            <ul className="divide-y divide-line rounded-lg border border-line">
              {invitations.map((invitation) => (
                <InvitationRow key={invitation.invitationId} invitation={invitation} mayChange={mayInvite} now={now} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}
