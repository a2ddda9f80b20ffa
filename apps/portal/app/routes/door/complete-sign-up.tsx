import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { TextLink } from '../../components/text-link.tsx';
import { paths } from '../../paths.ts';
import { secretField } from '../../session/secret-field.ts';
import { signInVisitor } from '../../session/sign-in-visitor.ts';
import { visitOf } from '../../session/visit.ts';
import { DoorCard } from '../../shell/door-card.tsx';
import { PasswordForm } from '../../shell/password-form.tsx';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('identity.choosePassword');

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const typed = { token: args.params['token'] ?? '', password: secretField(form, 'password') };
  return signInVisitor(visitOf(args), '/auth/sign-up/complete', typed, paths.company());
}

export default function CompleteSignUp() {
  const { t } = useWords();
  const refusal = useActionData<typeof action>();
  return (
    <DoorCard title={t('identity.choosePassword')} lead={t('identity.choosePasswordLead')}>
      <PasswordForm error={refusal?.error} submit={t('identity.signUp')} />
      {refusal?.error === 'link_expired' && <TextLink to={paths.signUp()}>{t('identity.beginAgain')}</TextLink>}
    </DoorCard>
  );
}
