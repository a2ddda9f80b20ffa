import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useSearchParams } from '@remix-run/react';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { paths } from '../../paths.ts';
import { textField } from '../../session/act.ts';
import { nextPath } from '../../session/next-path.ts';
import { signInVisitor, type DoorRefusal } from '../../session/sign-in-visitor.ts';
import { visitOf } from '../../session/visit.ts';
import { DoorCard } from '../../shell/door-card.tsx';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('identity.signUp');

/** The identity service refuses shorter ones; said before it is wrong. */
const SHORTEST_PASSWORD = 10;

export async function loader(args: LoaderFunctionArgs) {
  const visit = visitOf(args);
  const me = await visit.me().catch(() => null);
  if (me !== null) throw redirect(nextPath(visit.url.searchParams.get('next')));
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const visit = visitOf(args);
  const form = await args.request.formData();
  const password = form.get('password');
  const typed = {
    name: textField(form, 'name'),
    email: textField(form, 'email'),
    password: typeof password === 'string' ? password : '',
  };
  if (typed.name === '')
    return data<DoorRefusal>({ error: 'name_missing', email: typed.email, name: '' }, { status: 422 });
  const next = nextPath(visit.url.searchParams.get('next'));
  return signInVisitor(visit, '/auth/sign-up/email', typed, next === '/' ? paths.company() : next);
}

export default function SignUp() {
  const { t } = useWords();
  const refusal = useActionData<typeof action>();
  const [query] = useSearchParams();
  const error = refusal?.error;
  return (
    <DoorCard title={t('identity.signUp')} lead={t('identity.signUpLead')}>
      <Form method="post" className="flex flex-col gap-4">
        {error && error !== 'password_short' && <Notice tone="loss" alert title={t(`identity.refused.${error}`)} />}
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
        <Field
          label={t('identity.password')}
          name="password"
          type="password"
          autoComplete="new-password"
          required
          minLength={SHORTEST_PASSWORD}
          hint={t('identity.passwordHint', { count: SHORTEST_PASSWORD })}
          error={error === 'password_short' ? t('identity.refused.password_short') : null}
        />
        <Button look="primary">{t('identity.signUp')}</Button>
      </Form>
      <p className="text-muted">
        {t('identity.haveAccount')}{' '}
        <TextLink to={paths.signIn(nextPath(query.get('next')))}>{t('identity.signIn')}</TextLink>
      </p>
    </DoorCard>
  );
}
