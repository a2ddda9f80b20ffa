import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { ApiProblem } from '@highwater/api-client';
import { resetFactors } from '../../api/account.ts';
import { changeMember, getMember, listRoles, previewGrant, removeMember, revokeGrant } from '../../api/members.ts';
import type { MemberView, ReachNumbersView } from '../../api/setup-types.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Confirm } from '../../components/confirm.tsx';
import { FactList } from '../../components/fact-list.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Panel } from '../../components/panel.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { GrantCard } from '../../members/grant-card.tsx';
import { choiceOf } from '../../members/choice-of.ts';
import { roleKey, roleName, roleOfKey } from '../../members/role-name.ts';
import { RoleSelect } from '../../members/role-select.tsx';
import { SeekBox } from '../../members/seek-box.tsx';
import { paths } from '../../paths.ts';
import { listChoices } from '../../people/list-choices.ts';
import { act, textField } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import type { Visit } from '../../session/visit.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('members.title');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit, params) => {
    const me = await requireRight(visit, 'see_members');
    const mayManage = me.actions.includes('manage_roles');
    const sees = me.actions.includes('view');
    const member = await getMember(visit.api, params['memberId'] ?? '');
    const who = visit.url.searchParams.get('seekWho') ?? '';
    const chosen = member.personKey === null ? [] : [member.personKey];
    const [roles, employees] = await Promise.all([
      mayManage ? listRoles(visit.api) : { items: [] },
      mayManage && sees ? listChoices(visit.api, { who, chosen, kind: 'employee' }) : [],
    ]);
    const numbers = mayManage ? await numbersOf(visit, member) : {};
    return {
      member,
      numbers,
      roles: roles.items,
      employees: employees.map(({ personKey, displayName, writtenAs }) => ({ personKey, displayName, writtenAs })),
      who,
      isMe: member.memberId === me.memberId,
      mayManage: mayManage && (member.role !== 'owner' || me.role === 'owner'),
      mayResetFactors: me.role === 'owner' && member.memberId !== me.memberId,
      isReset: visit.url.searchParams.has('reset'),
      mayRemove: me.actions.includes('invite') && (member.role !== 'owner' || me.role === 'owner'),
    };
  });

/** Grants of a member whose numbers are counted for its page. */
const COUNTED = 6;

/** What each grant opens, in numbers; not of those that are over, nor where the reader sees less. */
async function numbersOf(visit: Visit, { memberId, grants }: MemberView): Promise<Record<string, ReachNumbersView>> {
  const live = grants.filter(({ isExpired }) => !isExpired).slice(0, COUNTED);
  const counted = await Promise.all(
    live.map(async (grant) => {
      const previewed = await previewGrant(visit.api, choiceOf(grant), memberId).catch((error: unknown) => {
        if (error instanceof ApiProblem) return null;
        throw error;
      });
      return previewed === null ? [] : [[grant.grantId, previewed.numbers] as const];
    }),
  );
  return Object.fromEntries(counted.flat());
}

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form, params) => {
    const memberId = params['memberId'] ?? '';
    const intent = textField(form, 'intent');
    if (intent === 'find')
      throw redirect(`${paths.member(memberId)}?${new URLSearchParams({ seekWho: textField(form, 'seekWho') })}`);
    if (intent === 'role') await changeMember(visit.api, memberId, roleOfKey(textField(form, 'role')));
    if (intent === 'person') await changeMember(visit.api, memberId, { personKey: textField(form, 'person') || null });
    if (intent === 'revoke') await revokeGrant(visit.api, memberId, textField(form, 'grantId'));
    if (intent === 'reset-factors') {
      await resetFactors(visit.api, memberId);
      throw redirect(`${paths.member(memberId)}?reset=1`);
    }
    if (intent === 'remove') {
      await removeMember(visit.api, memberId);
      throw redirect(paths.members());
    }
    throw redirect(paths.member(memberId));
  });

export default function MemberPage() {
  const { member, numbers, roles, employees, who, isMe, mayManage, mayRemove, mayResetFactors, isReset } =
    useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const words = useWords();
  const { t, when } = words;
  const { memberId, name, email, personKey, personName, grants, reach, actions } = member;
  const self = personName ?? personKey;
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <div className="-mb-5">
        <p className="mb-2 text-sm">
          <TextLink to={paths.members()}>{t('members.title')}</TextLink>
        </p>
        <PageHead
          title={name}
          lead={email}
          action={mayManage && <ButtonLink to={paths.viewAs(memberId)}>{t('grants.viewAs.open')}</ButtonLink>}
        />
      </div>
      {isReset && refusal === undefined && (
        <div role="status">
          <Notice tone="healthy" title={t('account.resetDone')} />
        </div>
      )}
      <FormProblem problem={refusal?.problem} />
      <FactList
        facts={[
          [t('members.role'), roleName(member, words)],
          [
            t('grants.viewAs.may'),
            actions.length === 0
              ? t('roles.mayNothing')
              : actions.map((each) => t(`members.right.${each}`)).join(t('common.comma')),
          ],
          [t('roles.reach'), t(`roles.${reach}`)],
          [t('roles.person'), self ?? t('roles.nobody')],
          [t('audit.when'), t('members.joined', { time: when(member.joinedAt) })],
        ]}
      />
      <section>
        <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
          <h2 className="font-semibold">{t('grants.title')}</h2>
          {mayManage && reach === 'granted' && (
            <ButtonLink to={paths.newGrant(memberId)} look="primary">
              {t('grants.add')}
            </ButtonLink>
          )}
        </div>
        {reach === 'everything' ? (
          <p className="text-sm text-muted">{t('grants.everywhere')}</p>
        ) : grants.length === 0 ? (
          <p className="text-sm text-muted">{t('grants.none')}</p>
        ) : (
          <ul className="divide-y divide-line rounded-lg border border-line">
            {grants.map((grant) => (
              <GrantCard
                key={grant.grantId}
                memberId={memberId}
                grant={grant}
                numbers={numbers[grant.grantId] ?? null}
                self={self}
                roleActions={actions}
                mayChange={mayManage}
              />
            ))}
          </ul>
        )}
      </section>
      {mayManage && (
        <>
          <Panel title={t('roles.person')}>
            <Form method="post" className="flex flex-col gap-2">
              <SelectField
                key={`${personKey} ${who}`}
                label={t('roles.person')}
                hint={t('roles.personHint')}
                name="person"
                defaultValue={personKey ?? ''}
                options={[
                  { value: '', label: t('roles.nobody') },
                  ...employees.map((each) => ({
                    value: each.personKey,
                    label:
                      each.displayName === each.writtenAs
                        ? each.displayName
                        : `${each.displayName} (${each.writtenAs})`,
                  })),
                ]}
              />
              <SeekBox name="seekWho" sought={who} label={t('members.filterPeople')} />
              <div>
                <Button name="intent" value="person">
                  {t('roles.personSave')}
                </Button>
              </div>
            </Form>
          </Panel>
          <details className="rounded-lg border border-line">
            <summary className="cursor-pointer px-4 py-2.5 text-sm font-semibold">{t('roles.change')}</summary>
            <Form method="post" className="flex flex-col gap-3 border-t border-line p-4">
              <RoleSelect roles={roles} chosen={roleKey(member)} />
              <div>
                <Button look="primary" name="intent" value="role">
                  {t('roles.changeConfirm')}
                </Button>
              </div>
            </Form>
          </details>
        </>
      )}
      {mayResetFactors && (
        <Confirm
          open={t('account.reset')}
          warning={t('account.resetWarning')}
          confirm={t('account.resetConfirm')}
          fields={{ intent: 'reset-factors' }}
        />
      )}
      {mayRemove && !isMe && (
        <Confirm
          open={t('members.remove')}
          warning={t('members.removeWarning', { name })}
          confirm={t('members.removeConfirm')}
          fields={{ intent: 'remove' }}
        />
      )}
    </div>
  );
}
