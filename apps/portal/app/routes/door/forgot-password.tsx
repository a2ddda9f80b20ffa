import type { ActionFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useSearchParams } from '@remix-run/react';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { paths } from '../../paths.ts';
import { textField } from '../../session/act.ts';
import { askMail } from '../../session/ask-mail.ts';
import { visitOf } from '../../session/visit.ts';
import { DoorCard } from '../../shell/door-card.tsx';
import { MailSent } from '../../shell/mail-sent.tsx';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('identity.forgotTitle');

export async function action(args: ActionFunctionArgs) {
  const visit = visitOf(args);
  await visit.language();
  const form = await args.request.formData();
  return askMail(visit, '/auth/request-password-reset', { email: textField(form, 'email') });
}

export default function ForgotPassword() {
  const { t } = useWords();
  const answer = useActionData<typeof action>();
  const [query] = useSearchParams();
  const refusal = answer?.refusal;
  return (
    <DoorCard title={t('identity.forgotTitle')} lead={t('identity.forgotLead')}>
      {answer?.sentTo ? (
        <MailSent>{t('identity.mailSentReset', { email: answer.sentTo })}</MailSent>
      ) : (
        <Form method="post" className="flex flex-col gap-4">
          {refusal && <Notice tone="loss" alert title={t(`identity.refused.${refusal.error}`)} />}
          <Field
            label={t('identity.email')}
            name="email"
            type="email"
            autoComplete="username"
            required
            defaultValue={refusal?.email ?? query.get('email') ?? ''}
          />
          <Button look="primary">{t('identity.sendMail')}</Button>
        </Form>
      )}
      <TextLink to={paths.signIn()}>{t('identity.signIn')}</TextLink>
    </DoorCard>
  );
}
