import type { ActionFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useSearchParams } from '@remix-run/react';
import { PasskeySignIn } from '../../account/passkey-sign-in.tsx';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { paths } from '../../paths.ts';
import { textField } from '../../session/act.ts';
import { nextPath } from '../../session/next-path.ts';
import { signInVisitor } from '../../session/sign-in-visitor.ts';
import { visitOf } from '../../session/visit.ts';
import { DoorCard } from '../../shell/door-card.tsx';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('identity.codeTitle');

export async function action(args: ActionFunctionArgs) {
  const visit = visitOf(args);
  const form = await args.request.formData();
  const isRecovery = textField(form, 'way') === 'recovery';
  const path = isRecovery ? '/auth/two-factor/verify-backup-code' : '/auth/two-factor/verify-totp';
  const next = nextPath(visit.url.searchParams.get('next'));
  return signInVisitor(visit, path, { code: textField(form, 'code') }, next);
}

export default function SignInCode() {
  const { t } = useWords();
  const refusal = useActionData<typeof action>();
  const [query] = useSearchParams();
  const hasApp = query.getAll('method').includes('totp');
  const hasPasskey = query.getAll('method').includes('passkey');
  return (
    <DoorCard title={t('identity.codeTitle')} lead={t('identity.codeLead')}>
      {refusal && <Notice tone="loss" alert title={t(`identity.refused.${refusal.error}`)} />}
      {hasApp && (
        <Form method="post" className="flex flex-col gap-4">
          <Field
            label={t('identity.code')}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            hint={t('identity.codeHint')}
          />
          <Button look="primary">{t('identity.confirmCode')}</Button>
        </Form>
      )}
      {hasPasskey && <PasskeySignIn next={nextPath(query.get('next'))} />}
      <details open={!hasApp && !hasPasskey}>
        <summary className="min-h-9 text-accent">{t('identity.recoveryInstead')}</summary>
        <Form method="post" className="mt-2 flex flex-col gap-4">
          <input type="hidden" name="way" value="recovery" />
          <Field
            label={t('identity.recoveryCode')}
            name="code"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
            hint={t('identity.recoveryCodeHint')}
          />
          <Button>{t('identity.confirmCode')}</Button>
        </Form>
      </details>
      <TextLink to={paths.signIn(nextPath(query.get('next')))}>{t('identity.beginAgain')}</TextLink>
    </DoorCard>
  );
}
