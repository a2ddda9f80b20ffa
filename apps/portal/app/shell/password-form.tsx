import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { Notice } from '../components/notice.tsx';
import type { IdentityError } from '../api/sign-in.ts';
import { useWords } from '../words/words-context.tsx';

/** The identity service refuses shorter ones; said before it is wrong. */
export const SHORTEST_PASSWORD = 10;

/** Chooses a password; `children` are fields before it. */
export function PasswordForm({
  error,
  submit,
  children,
}: {
  error: IdentityError | undefined;
  submit: string;
  children?: ReactNode;
}) {
  const { t } = useWords();
  return (
    <Form method="post" className="flex flex-col gap-4">
      {error && error !== 'password_short' && <Notice tone="loss" alert title={t(`identity.refused.${error}`)} />}
      {children}
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
      <Button look="primary">{submit}</Button>
    </Form>
  );
}
