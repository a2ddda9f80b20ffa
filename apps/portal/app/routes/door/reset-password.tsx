import { data, redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { callIdentity } from '../../api/sign-in.ts';
import { TextLink } from '../../components/text-link.tsx';
import { paths } from '../../paths.ts';
import { secretField } from '../../session/secret-field.ts';
import { visitOf } from '../../session/visit.ts';
import { DoorCard } from '../../shell/door-card.tsx';
import { PasswordForm } from '../../shell/password-form.tsx';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('identity.forgotTitle');

export async function action(args: ActionFunctionArgs) {
  const visit = visitOf(args);
  const form = await args.request.formData();
  const typed = { token: args.params['token'] ?? '', password: secretField(form, 'password') };
  const answer = await callIdentity(visit.api, '/auth/reset-password', visit.context.portalUrl, typed);
  if ('error' in answer) return data({ error: answer.error }, { status: 422 });
  throw redirect(`${paths.signIn()}?reset=1`);
}

export default function ResetPassword() {
  const { t } = useWords();
  const refusal = useActionData<typeof action>();
  return (
    <DoorCard title={t('identity.newPassword')} lead={t('identity.resetLead')}>
      <PasswordForm error={refusal?.error} submit={t('identity.savePassword')} />
      {refusal?.error === 'link_expired' && <TextLink to={paths.forgotPassword()}>{t('identity.beginAgain')}</TextLink>}
    </DoorCard>
  );
}
