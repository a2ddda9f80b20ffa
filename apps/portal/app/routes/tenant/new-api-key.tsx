import { dayRange } from '@highwater/calendar';
import { KEY_ACTIONS, MESSAGE_ACTIONS } from '@highwater/domain';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { createApiKey, showProof, type MadeApiKeyView } from '../../api/programs.ts';
import { Button } from '../../components/button.tsx';
import { CONTROL, Field, FieldFrame } from '../../components/field.tsx';
import { fieldError } from '../../components/form-problem.tsx';
import { isDay } from '../../components/is-day.ts';
import { PageHead } from '../../components/page-head.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { emptyGrant } from '../../members/empty-grant.ts';
import { GrantFields } from '../../members/grant-fields.tsx';
import { grantIn } from '../../members/grant-form.ts';
import { GrantProblem } from '../../members/grant-problem.tsx';
import { loadGrantChoices } from '../../members/load-grant-choices.ts';
import { runEditor } from '../../members/run-editor.ts';
import { Tick } from '../../members/tick.tsx';
import { paths } from '../../paths.ts';
import { MadeKey } from '../../programs/made-key.tsx';
import { readNetworkLines } from '../../programs/network-lines.ts';
import { act, listField, textField } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('apiKeys.make');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const me = await requireRight(visit, 'manage_keys');
    const sought = { who: '', customer: '', room: '', department: '' };
    const choices = await loadGrantChoices(visit.api, sought, { employees: [], customers: [] });
    return { choices, mayGive: me.actions, origin: visit.context.portalUrl };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    const { tenant } = await requireRight(visit, 'manage_keys');
    const chosen = listField(form, 'scopes');
    const scopes = KEY_ACTIONS.filter((scope) => chosen.includes(scope));
    const endsOn = textField(form, 'endsOn');
    const save = async (): Promise<never> => {
      const proof = textField(form, 'password');
      if (proof !== '') await showProof(visit.api, proof);
      const opens = scopes.some((scope) => MESSAGE_ACTIONS.some((action) => action === scope));
      const made = await createApiKey(visit.api, {
        name: textField(form, 'name'),
        purpose: textField(form, 'purpose'),
        scopes,
        grants: opens ? [grantIn(form, tenant.zone)] : [],
        networks: readNetworkLines(textField(form, 'networks')).map(({ network }) => network),
        expiresAt: isDay(endsOn) ? dayRange(tenant.zone, endsOn).until : 0,
      });
      throw new Made(made);
    };
    const isSave = textField(form, 'intent') === 'make';
    try {
      const editor = await runEditor(visit, form, tenant.zone, null, isSave ? save : null);
      const typed = { name: '', purpose: '', networks: '', endsOn };
      for (const name of ['name', 'purpose', 'networks'] as const) typed[name] = textField(form, name);
      return { editor, typed, scopes };
    } catch (error) {
      if (!(error instanceof Made)) throw error;
      return { made: error.made };
    }
  });

/** The way out of an editor that was saved and leads to no other page. */
class Made extends Error {
  readonly made: MadeApiKeyView;

  constructor(made: MadeApiKeyView) {
    super('made');
    this.made = made;
  }
}

export default function NewApiKey() {
  const { choices, mayGive, origin } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords();
  if (answer !== undefined && 'made' in answer && answer.made !== undefined) {
    return (
      <div className="max-w-3xl">
        <PageHead title={answer.made.key.name} lead={answer.made.key.purpose} />
        <MadeKey made={answer.made} origin={origin} />
      </div>
    );
  }
  const edited = answer !== undefined && 'editor' in answer ? answer : undefined;
  const problem = edited?.editor.problem ?? (answer !== undefined && 'problem' in answer ? answer.problem : null);
  const typed = edited?.typed ?? { name: '', purpose: '', networks: '', endsOn: '' };
  const chosen = edited?.scopes ?? [];
  const own = ['name', 'purpose', 'scopes', 'networks', 'expiresAt'];
  const isOwn = problem?.field !== undefined && own.includes(problem.field.split('.')[0] ?? '');
  return (
    <div className="max-w-3xl">
      <p className="mb-2 text-sm">
        <TextLink to={paths.apiKeys()}>{t('apiKeys.title')}</TextLink>
      </p>
      <PageHead title={t('apiKeys.make')} lead={t('apiKeys.lead')} />
      <Form method="post" className="flex flex-col gap-4">
        {!isOwn && <GrantProblem problem={problem} />}
        <Field
          label={t('apiKeys.name')}
          name="name"
          required
          maxLength={100}
          defaultValue={typed.name}
          error={fieldError(problem, 'name', t('apiKeys.wrong.name'))}
        />
        <Field
          label={t('apiKeys.purpose')}
          name="purpose"
          required
          maxLength={500}
          hint={t('apiKeys.purposeHint')}
          defaultValue={typed.purpose}
          error={fieldError(problem, 'purpose', t('apiKeys.wrong.purpose'))}
        />
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 text-sm font-medium">{t('apiKeys.scopes')}</legend>
          {KEY_ACTIONS.filter((scope) => mayGive.includes(scope)).map((scope) => (
            <Tick key={scope} name="scopes" value={scope} checked={chosen.includes(scope)}>
              {t(`apiKeys.scope.${scope}`)}
            </Tick>
          ))}
          {fieldError(problem, 'scopes', t('apiKeys.wrong.scopes')) && (
            <p className="text-sm text-loss">{t('apiKeys.wrong.scopes')}</p>
          )}
        </fieldset>
        <Field
          label={t('apiKeys.endsOn')}
          name="endsOn"
          type="date"
          required
          hint={t('apiKeys.endsOnHint')}
          defaultValue={typed.endsOn}
          error={fieldError(problem, 'expiresAt', t('apiKeys.wrong.endsOn'))}
        />
        <FieldFrame
          label={t('apiKeys.networks')}
          hint={t('apiKeys.networksHint')}
          error={fieldError(problem, 'networks', t('apiKeys.networksWrong'))}
        >
          {({ id, describedBy }) => (
            <textarea
              id={id}
              name="networks"
              rows={3}
              aria-describedby={describedBy}
              className={`${CONTROL} py-2 font-mono`}
              defaultValue={typed.networks}
            />
          )}
        </FieldFrame>
        <section className="flex flex-col gap-3">
          <h2 className="font-semibold">{t('apiKeys.where')}</h2>
          <p className="text-sm text-muted">{t('apiKeys.whereHint')}</p>
          <GrantFields
            choices={edited?.editor.choices ?? choices}
            chosen={edited?.editor.chosen ?? emptyGrant(mayGive)}
            mayGive={mayGive}
          />
        </section>
        <Field
          label={t('apiKeys.password')}
          hint={t('apiKeys.passwordHint')}
          name="password"
          type="password"
          autoComplete="current-password"
        />
        <div>
          <Button look="primary" name="intent" value="make">
            {t('apiKeys.make')}
          </Button>
        </div>
      </Form>
    </div>
  );
}
