import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { addGrant, changeGrant, getMember } from '../../api/members.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { emptyGrant } from '../../members/empty-grant.ts';
import { GrantFields } from '../../members/grant-fields.tsx';
import { grantIn } from '../../members/grant-form.ts';
import { GrantProblem } from '../../members/grant-problem.tsx';
import { loadGrantChoices } from '../../members/load-grant-choices.ts';
import { OpensNotice } from '../../members/opens-notice.tsx';
import { runEditor } from '../../members/run-editor.ts';
import { paths } from '../../paths.ts';
import { act, textField } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('grants.title');

/** Stands in the address where a grant is made, not changed. */
const NEW = 'new';

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit, params) => {
    const me = await requireRight(visit, 'manage_roles');
    const member = await getMember(visit.api, params['memberId'] ?? '');
    const { grantId = NEW } = params;
    const grant = member.grants.find((each) => each.grantId === grantId);
    if (grant === undefined && grantId !== NEW) throw redirect(paths.member(member.memberId));
    const chosen = grant ?? emptyGrant(me.actions);
    const sought = { who: '', customer: '', room: '', department: '' };
    return {
      memberId: member.memberId,
      name: member.name,
      self: member.personName ?? member.personKey,
      roleActions: member.actions,
      grantId,
      chosen,
      choices: await loadGrantChoices(visit.api, sought, chosen),
      mayGive: me.actions,
      key: crypto.randomUUID(),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form, params) => {
    const { zone } = (await requireRight(visit, 'manage_roles')).tenant;
    const { memberId = '', grantId = NEW } = params;
    const save = async (): Promise<never> => {
      const grant = grantIn(form, zone);
      if (grantId === NEW) await addGrant(visit.api, memberId, grant, textField(form, 'key'));
      else await changeGrant(visit.api, memberId, grantId, grant);
      throw redirect(paths.member(memberId));
    };
    return runEditor(visit, form, zone, memberId, textField(form, 'intent') === 'save' ? save : null);
  });

export default function MemberGrant() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords();
  const { memberId, name, self, roleActions, grantId, mayGive, key } = loaded;
  const editor = answer !== undefined && 'choices' in answer ? answer : undefined;
  const chosen = editor?.chosen ?? loaded.chosen;
  const problem = editor?.problem ?? (answer !== undefined && !('choices' in answer) ? answer.problem : null);
  return (
    <div className="max-w-3xl">
      <p className="mb-2 text-sm">
        <TextLink to={paths.member(memberId)}>{name}</TextLink>
      </p>
      <PageHead title={t(grantId === NEW ? 'grants.of' : 'grants.edit', { name })} lead={t('grants.lead')} />
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="key" value={key} />
        <GrantProblem problem={problem} />
        <GrantFields choices={editor?.choices ?? loaded.choices} chosen={chosen} mayGive={mayGive} />
        <div className="sticky bottom-14 sm:bottom-0 flex flex-wrap gap-2 border-t border-line bg-surface py-3">
          {editor?.numbers != null && (
            <OpensNotice grant={chosen} numbers={editor.numbers} self={self} roleActions={roleActions} />
          )}
          <Button look={editor?.numbers == null ? 'primary' : 'plain'} name="intent" value="preview">
            {t('grants.preview')}
          </Button>
          <Button look={editor?.numbers == null ? 'plain' : 'primary'} name="intent" value="save">
            {t('grants.save')}
          </Button>
          <ButtonLink look="quiet" to={paths.member(memberId)}>
            {t('common.cancel')}
          </ButtonLink>
        </div>
      </Form>
    </div>
  );
}
