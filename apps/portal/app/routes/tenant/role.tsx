import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { ACTIONS, MESSAGE_ACTIONS, REACHES, type Action } from '@highwater/domain';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { changeRole, createRole, listRoles, removeRole } from '../../api/members.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Confirm } from '../../components/confirm.tsx';
import { Field } from '../../components/field.tsx';
import { fieldError, FormProblem } from '../../components/form-problem.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { Tick } from '../../members/tick.tsx';
import { paths } from '../../paths.ts';
import { act, listField, textField } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('roles.title');

/** Stands in the address where a role is made, not changed. */
const NEW = 'new';

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit, params) => {
    const me = await requireRight(visit, 'manage_roles');
    const { roleId = NEW } = params;
    const role = roleId === NEW ? null : (await listRoles(visit.api)).items.find((each) => each.roleId === roleId);
    if (role === undefined) throw redirect(paths.roles());
    return { role, mayGive: me.actions, key: crypto.randomUUID() };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form, params) => {
    const { roleId = NEW } = params;
    const sent = listField(form, 'actions');
    const role = {
      name: textField(form, 'name'),
      actions: ACTIONS.filter((each) => sent.includes(each)),
      reach: textField(form, 'reach') === 'everything' ? 'everything' : 'granted',
    } as const;
    if (textField(form, 'intent') === 'delete') await removeRole(visit.api, roleId);
    else if (roleId === NEW) await createRole(visit.api, role, textField(form, 'key'));
    else await changeRole(visit.api, roleId, role);
    throw redirect(paths.roles());
  });

const ON_COMPANY = ACTIONS.filter((each) => !MESSAGE_ACTIONS.some((other) => other === each));

export default function RoleEditor() {
  const { role, mayGive, key } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t } = useWords();
  const isUsed = role !== null && role.members + role.invitations > 0;
  const groups: readonly (readonly [string, readonly Action[]])[] = [
    [t('roles.onMessages'), MESSAGE_ACTIONS],
    [t('roles.onCompany'), ON_COMPANY],
  ];
  return (
    <div className="flex max-w-3xl flex-col gap-5">
      <div className="-mb-5">
        <p className="mb-2 text-sm">
          <TextLink to={paths.roles()}>{t('roles.title')}</TextLink>
        </p>
        <PageHead
          title={role === null ? t('roles.new') : t('roles.edit', { name: role.name ?? '' })}
          lead={isUsed ? t('roles.takesEffect') : t('roles.lead')}
        />
      </div>
      <FormProblem problem={refusal?.problem} fields={['name']} />
      <Form method="post" className="flex flex-col gap-5">
        <input type="hidden" name="key" value={key} />
        <Field
          label={t('roles.name')}
          name="name"
          required
          maxLength={60}
          defaultValue={refusal?.typed['name'] ?? role?.name ?? ''}
          error={fieldError(refusal?.problem, 'name', t('roles.nameWrong'))}
        />
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 text-sm font-medium">{t('roles.reach')}</legend>
          {REACHES.toReversed().map((each) => (
            <Tick
              key={each}
              type="radio"
              name="reach"
              value={each}
              checked={each === (role?.reach ?? 'granted')}
              hint={t(each === 'everything' ? 'roles.aboutEverything' : 'roles.aboutGranted')}
            >
              {t(`roles.${each}`)}
            </Tick>
          ))}
        </fieldset>
        {groups.map(([title, actions]) => (
          <fieldset key={title} className="grid gap-1 sm:grid-cols-2">
            <legend className="mb-1 text-sm font-medium">{title}</legend>
            {actions.map((each) => {
              const has = role?.actions.includes(each) === true;
              const isLacking = !mayGive.includes(each) && !has;
              return (
                <Tick
                  key={each}
                  name="actions"
                  value={each}
                  checked={has}
                  disabled={isLacking}
                  hint={isLacking ? t('roles.lacking') : undefined}
                >
                  {t(`members.right.${each}`)}
                </Tick>
              );
            })}
          </fieldset>
        ))}
        <div className="flex flex-wrap gap-2">
          <Button look="primary" name="intent" value="save">
            {t('common.save')}
          </Button>
          <ButtonLink look="quiet" to={paths.roles()}>
            {t('common.cancel')}
          </ButtonLink>
        </div>
      </Form>
      {role !== null &&
        (isUsed ? (
          <p className="text-sm text-muted">{t('roles.inUse')}</p>
        ) : (
          <Confirm
            open={t('roles.delete')}
            warning={t('roles.deleteWarning')}
            confirm={t('roles.deleteConfirm')}
            fields={{ intent: 'delete' }}
          />
        ))}
    </div>
  );
}
