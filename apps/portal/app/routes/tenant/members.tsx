import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import {
  createInvitation,
  listDepartments,
  listInvitations,
  listMembers,
  removeMember,
  revokeInvitation,
  setGrant,
  type GrantChoice,
} from '../../api/members.ts';
import { PageHead } from '../../components/page-head.tsx';
import { Panel } from '../../components/panel.tsx';
import { departmentOfKey } from '../../members/department-name.ts';
import { FindDepartments } from '../../members/find-departments.tsx';
import { InvitationRow } from '../../members/invitation-row.tsx';
import { InviteForm } from '../../members/invite-form.tsx';
import { MemberRow } from '../../members/member-row.tsx';
import { paths } from '../../paths.ts';
import { FindPeople } from '../../people/find-people.tsx';
import { listChoices } from '../../people/list-choices.ts';
import { OFFERED } from '../../people/offered.ts';
import { act, listField, textField } from '../../session/act.ts';
import { asLanguage } from '../../session/choose-language.ts';
import { queryTexts } from '../../session/read-query.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('members.title');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const me = await requireRight(visit, 'see_members');
    const mayInvite = me.actions.includes('invite');
    const { who = '', department: sought = '' } = queryTexts(visit.url.searchParams, ['who', 'department']);
    const [members, invitations, departments] = await Promise.all([
      listMembers(visit.api),
      mayInvite ? listInvitations(visit.api) : { items: [] },
      mayInvite
        ? listDepartments(visit.api, { limit: OFFERED, ...(sought === '' ? {} : { q: sought }) })
        : { items: [], nextCursor: null },
    ]);
    const chosen = [...members.items, ...invitations.items].flatMap((each) => each.employees);
    return {
      members: members.items,
      invitations: invitations.items,
      employees: await listChoices(visit.api, { who, chosen: [...new Set(chosen)], kind: 'employee' }),
      departments: departments.items,
      hasMoreDepartments: departments.nextCursor !== null,
      who,
      sought,
      myId: me.memberId,
      mayInvite,
      key: crypto.randomUUID(),
      now: Date.now(),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    const intent = textField(form, 'intent');
    const memberId = textField(form, 'memberId');
    if (intent === 'invite') {
      const role = textField(form, 'role') === 'admin' ? 'admin' : 'viewer';
      const invitation = {
        email: textField(form, 'email'),
        role,
        ...grantIn(form),
        ...(role === 'viewer' ? {} : { employees: [], departments: [] }),
        language: asLanguage(textField(form, 'language')) ?? 'zh-CN',
      } as const;
      await createInvitation(visit.api, invitation, textField(form, 'key'));
    }
    if (intent === 'revoke') await revokeInvitation(visit.api, textField(form, 'invitationId'));
    if (intent === 'grant') await setGrant(visit.api, memberId, grantIn(form));
    if (intent === 'remove') await removeMember(visit.api, memberId);
    throw redirect(paths.members());
  });

function grantIn(form: FormData): GrantChoice {
  return {
    employees: listField(form, 'employees'),
    departments: listField(form, 'departments').map(departmentOfKey),
    departmentsAsOf: textField(form, 'departmentsAsOf') === 'now' ? 'now' : 'message',
  };
}

export default function Members() {
  const { members, invitations, employees, departments, who, sought, ...about } = useLoaderData<typeof loader>();
  const { myId, mayInvite, hasMoreDepartments, key, now } = about;
  const refusal = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <div className="-mb-5">
        <PageHead title={t('members.title')} lead={t('members.lead')} />
      </div>
      <ul className="divide-y divide-line rounded-lg border border-line">
        {members.map((member) => (
          <MemberRow
            key={member.memberId}
            member={member}
            employees={employees}
            departments={departments}
            sought={sought}
            isMe={member.memberId === myId}
            mayChange={mayInvite && member.role !== 'owner'}
            refusal={refusal}
          />
        ))}
      </ul>
      {mayInvite && (
        <>
          {invitations.length > 0 && (
            <section>
              <h2 className="mb-2 font-semibold">{t('members.invitations')}</h2>
              <ul className="divide-y divide-line rounded-lg border border-line">
                {invitations.map((invitation) => (
                  <InvitationRow
                    key={invitation.invitationId}
                    invitation={invitation}
                    employees={employees}
                    mayChange={mayInvite}
                    now={now}
                  />
                ))}
              </ul>
            </section>
          )}
          <Panel title={t('members.invite')}>
            <Form method="get" className="mb-4 empty:hidden">
              <FindPeople who={who} offered={employees.length} />
              <FindDepartments sought={sought} hasMore={hasMoreDepartments} />
            </Form>
            <InviteForm
              key={`${invitations.length} ${who} ${sought}`}
              employees={employees}
              departments={departments}
              sought={sought}
              idempotencyKey={key}
              refusal={refusal}
            />
          </Panel>
        </>
      )}
    </div>
  );
}
