import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useSearchParams } from '@remix-run/react';
import { PasskeySignIn } from '../../account/passkey-sign-in.tsx';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { paths } from '../../paths.ts';
import { textField } from '../../session/act.ts';
import { forgetForeignCompany } from '../../session/forget-foreign-company.ts';
import { nextPath } from '../../session/next-path.ts';
import { signInVisitor } from '../../session/sign-in-visitor.ts';
import { visitOf } from '../../session/visit.ts';
import { DoorCard } from '../../shell/door-card.tsx';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('identity.signIn');

export async function loader(args: LoaderFunctionArgs) {
  const visit = visitOf(args);
  const me = await visit.me().catch(() => null);
  if (me !== null)
    throw redirect(nextPath(visit.url.searchParams.get('next')), { headers: forgetForeignCompany(visit, me) });
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const visit = visitOf(args);
  const form = await args.request.formData();
  const password = form.get('password');
  const typed = { email: textField(form, 'email'), password: typeof password === 'string' ? password : '' };
  return signInVisitor(visit, '/auth/sign-in/email', typed, nextPath(visit.url.searchParams.get('next')));
}

export default function SignIn() {
  const { t } = useWords();
  const refusal = useActionData<typeof action>();
  const [query] = useSearchParams();
  const next = nextPath(query.get('next'));
  return (
    <DoorCard title={t('identity.signIn')} lead={next === '/' ? null : t('identity.continueAfter')}>
      <Form method="post" className="flex flex-col gap-4">
        {refusal === undefined && query.has('reset') && <Notice tone="healthy" title={t('identity.passwordSaved')} />}
        {refusal === undefined && query.has('refused') && (
          <Notice tone="loss" alert title={t('faults.single_sign_on.refused.title')}>
            {t('faults.single_sign_on.refused.cure')}
          </Notice>
        )}
        {refusal && (
          <Notice tone="loss" alert title={t(`identity.refused.${refusal.error}`)}>
            {refusal.error === 'credentials' ? t('identity.credentialsCure') : null}
          </Notice>
        )}
        <Field
          label={t('identity.email')}
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={refusal?.email ?? query.get('email') ?? ''}
        />
        <Field
          label={t('identity.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
        <Button look="primary">{t('identity.signIn')}</Button>
      </Form>
      <PasskeySignIn next={next} />
      <TextLink to={paths.companySignIn()}>{t('singleSignOn.door')}</TextLink>
      <TextLink to={paths.forgotPassword()}>{t('identity.forgot')}</TextLink>
      <p className="text-muted">
        {t('identity.noAccount')} <TextLink to={paths.signUp(next)}>{t('identity.signUp')}</TextLink>
      </p>
      <p className="text-sm">
        <TextLink to={paths.security()}>{t('support.securityPage')}</TextLink>
      </p>
    </DoorCard>
  );
}
