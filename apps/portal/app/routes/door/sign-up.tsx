import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useSearchParams } from '@remix-run/react';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { paths } from '../../paths.ts';
import { textField } from '../../session/act.ts';
import { askMail } from '../../session/ask-mail.ts';
import { nextPath } from '../../session/next-path.ts';
import type { DoorRefusal } from '../../session/sign-in-visitor.ts';
import { visitOf } from '../../session/visit.ts';
import { DoorCard } from '../../shell/door-card.tsx';
import { MailSent } from '../../shell/mail-sent.tsx';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('identity.signUp');

export async function loader(args: LoaderFunctionArgs) {
  const visit = visitOf(args);
  const me = await visit.me().catch(() => null);
  if (me !== null) throw redirect(nextPath(visit.url.searchParams.get('next')));
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const visit = visitOf(args);
  await visit.language();
  const form = await args.request.formData();
  const typed = { name: textField(form, 'name'), email: textField(form, 'email') };
  if (typed.name !== '') return askMail(visit, '/auth/sign-up/email', typed);
  const refusal: DoorRefusal = { error: 'name_missing', email: typed.email, name: '' };
  return data({ sentTo: null, refusal }, { status: 422 });
}

export default function SignUp() {
  const { t } = useWords();
  const answer = useActionData<typeof action>();
  const [query] = useSearchParams();
  const refusal = answer?.refusal;
  return (
    <DoorCard title={t('identity.signUp')} lead={t('identity.signUpLead')}>
      {answer?.sentTo ? (
        <MailSent>{t('identity.mailSentSignUp', { email: answer.sentTo })}</MailSent>
      ) : (
        <Form method="post" className="flex flex-col gap-4">
          {refusal && <Notice tone="loss" alert title={t(`identity.refused.${refusal.error}`)} />}
          <Field
            label={t('identity.name')}
            name="name"
            autoComplete="name"
            required
            maxLength={80}
            defaultValue={refusal?.name ?? ''}
          />
          <Field
            label={t('identity.email')}
            name="email"
            type="email"
            autoComplete="username"
            required
            defaultValue={refusal?.email ?? query.get('email') ?? ''}
          />
          <Button look="primary">{t('identity.signUp')}</Button>
        </Form>
      )}
      <p className="text-muted">
        {t('identity.haveAccount')}{' '}
        <TextLink to={paths.signIn(nextPath(query.get('next')))}>{t('identity.signIn')}</TextLink>
      </p>
    </DoorCard>
  );
}
