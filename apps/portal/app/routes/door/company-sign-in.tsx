import { data, type ActionFunctionArgs } from '@remix-run/node';
import { Form, useActionData } from '@remix-run/react';
import { startSignOn } from '../../api/single-sign-on.ts';
import { Button, buttonClass } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { paths } from '../../paths.ts';
import { act, textField } from '../../session/act.ts';
import { DoorCard } from '../../shell/door-card.tsx';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('singleSignOn.door');

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    const token = textField(form, 'invitation');
    const asked = token === '' ? { email: textField(form, 'email') } : { invitation: token };
    const { url, host, cookies } = await startSignOn(visit.api, visit.context.portalUrl, asked);
    const headers = new Headers();
    for (const cookie of cookies) headers.append('Set-Cookie', cookie);
    return data({ url, host }, { headers });
  });

/** The way on is a link: forms of ours lead to our own pages only. */
export default function CompanySignIn() {
  const { t } = useWords();
  const answer = useActionData<typeof action>();
  const refusal = answer !== undefined && 'problem' in answer ? answer : undefined;
  const onward = answer !== undefined && 'url' in answer ? answer : undefined;
  return (
    <DoorCard title={t('singleSignOn.door')} lead={t(onward ? 'singleSignOn.onwardLead' : 'singleSignOn.doorLead')}>
      {onward ? (
        <a href={onward.url} rel="noreferrer" className={buttonClass('primary')}>
          {t('singleSignOn.onward', { host: onward.host })}
        </a>
      ) : (
        <Form method="post" className="flex flex-col gap-4">
          <FormProblem problem={refusal?.problem} />
          <Field
            label={t('singleSignOn.email')}
            name="email"
            autoComplete="username"
            required
            defaultValue={refusal?.typed['email'] ?? ''}
          />
          <Button look="primary">{t('singleSignOn.goOn')}</Button>
        </Form>
      )}
      <TextLink to={paths.signIn()}>{t('singleSignOn.withPassword')}</TextLink>
    </DoorCard>
  );
}
