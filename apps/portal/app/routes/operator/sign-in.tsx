import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { getOperator } from '../../api/operator.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { PasskeyButton } from '../../account/passkey-button.tsx';
import { signInWithPasskey } from '../../account/passkey-ceremony.ts';
import { paths } from '../../paths.ts';
import { textField } from '../../session/act.ts';
import { visitOf } from '../../session/visit.ts';
import { DoorCard } from '../../shell/door-card.tsx';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('operator.signIn');

export async function loader(args: LoaderFunctionArgs) {
  const known = await getOperator(visitOf(args).api).catch(() => null);
  if (known !== null) throw redirect(paths.operator());
  return { development: args.context.development };
}

/** The door of development; signing in by passkey needs no page of ours. */
export async function action(args: ActionFunctionArgs) {
  const { api, context } = visitOf(args);
  const form = await args.request.formData();
  const email = textField(form, 'email');
  const answer = await api
    .send('/operator-auth/development-door', {
      method: 'POST',
      headers: { origin: context.portalUrl, 'content-type': 'application/json', 'highwater-csrf': '1' },
      body: JSON.stringify({ email, word: textField(form, 'password') }),
    })
    .catch(() => null);
  if (answer?.ok !== true) return data({ email }, { status: 422 });
  const headers = new Headers();
  for (const cookie of answer.headers.getSetCookie()) headers.append('Set-Cookie', cookie);
  throw redirect(paths.operator(), { headers });
}

export default function SignIn() {
  const { development } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <DoorCard title={t('operator.signIn')} lead={t('operator.signInLead')}>
      <PasskeyButton
        look="primary"
        label={t('operator.signInKey')}
        refused={t('operator.keyRefused')}
        then={paths.operator()}
        ceremony={() => signInWithPasskey('/operator-auth')}
      />
      {development && (
        <details className="rounded-md border border-line p-3" open={refusal !== undefined}>
          <summary className="text-sm text-muted">{t('operator.door')}</summary>
          <Form method="post" className="mt-3 flex flex-col gap-4">
            <p className="text-sm text-muted">{t('operator.doorHint')}</p>
            {refusal && <Notice tone="loss" alert title={t('operator.doorRefused')} />}
            <Field
              label={t('operator.doorAccount')}
              name="email"
              type="email"
              autoComplete="off"
              required
              defaultValue={refusal?.email ?? ''}
            />
            <Field label={t('operator.doorWord')} name="password" type="password" autoComplete="off" required />
            <Button>{t('operator.doorEnter')}</Button>
          </Form>
        </details>
      )}
    </DoorCard>
  );
}
