import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { createInvitation, listRoles } from '../../api/members.ts';
import { PageHead } from '../../components/page-head.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { emptyGrant } from '../../members/empty-grant.ts';
import { grantIn } from '../../members/grant-form.ts';
import { InviteForm } from '../../members/invite-form.tsx';
import { loadGrantChoices } from '../../members/load-grant-choices.ts';
import { roleOfKey } from '../../members/role-name.ts';
import { runEditor } from '../../members/run-editor.ts';
import { paths } from '../../paths.ts';
import { act, textField } from '../../session/act.ts';
import { asLanguage } from '../../session/choose-language.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('members.invite');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const me = await requireRight(visit, 'invite');
    const sought = { who: '', customer: '', room: '', department: '' };
    const [roles, choices] = await Promise.all([
      listRoles(visit.api),
      loadGrantChoices(visit.api, sought, { employees: [], customers: [] }),
    ]);
    return { roles: roles.items, choices, mayGive: me.actions, key: crypto.randomUUID() };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    const me = await requireRight(visit, 'invite');
    const { zone } = me.tenant;
    const save = async (): Promise<never> => {
      const role = roleOfKey(textField(form, 'role'));
      const { items } = await listRoles(visit.api);
      const chosen = items.find((each) => each.role === role.role && each.roleId === (role.roleId ?? null));
      const grant = grantIn(form, zone);
      const isEmpty =
        !grant.isEverything &&
        !grant.isSelf &&
        [grant.employees, grant.departments, grant.customers, grant.tags, grant.rooms].every(
          (list) => list.length === 0,
        );
      const needsNone = chosen?.reach === 'everything' || isEmpty;
      const invitation = {
        ...role,
        email: textField(form, 'email'),
        grants: needsNone ? [] : [grant],
        language: asLanguage(textField(form, 'language')) ?? 'zh-CN',
      } as const;
      await createInvitation(visit.api, invitation, textField(form, 'key'));
      throw redirect(paths.members());
    };
    return runEditor(visit, form, zone, null, textField(form, 'intent') === 'invite' ? save : null);
  });

export default function InviteMember() {
  const { roles, choices, mayGive, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, language } = useWords();
  const editor = answer !== undefined && 'choices' in answer ? answer : undefined;
  const problem = editor?.problem ?? (answer !== undefined && !('choices' in answer) ? answer.problem : null);
  return (
    <div className="max-w-3xl">
      <p className="mb-2 text-sm">
        <TextLink to={paths.members()}>{t('members.title')}</TextLink>
      </p>
      <PageHead title={t('members.invite')} lead={t('grants.lead')} />
      <InviteForm
        roles={roles}
        choices={editor?.choices ?? choices}
        chosen={editor?.chosen ?? emptyGrant(mayGive)}
        numbers={editor?.numbers ?? null}
        typed={editor?.typed ?? { email: '', role: 'viewer', language }}
        mayGive={mayGive}
        idempotencyKey={key}
        problem={problem}
      />
    </div>
  );
}
