import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { FactorRequired } from '../../account/factor-required.tsx';
import { PasskeyPanel } from '../../account/passkey-panel.tsx';
import { ProveForm } from '../../account/prove-form.tsx';
import { NewCodes, RecoveryPanel } from '../../account/recovery-panel.tsx';
import { SessionPanel } from '../../account/session-panel.tsx';
import { DONE, takeAccountAct } from '../../account/take-account-act.ts';
import { TotpPanel } from '../../account/totp-panel.tsx';
import { getSecurity, listSessions } from '../../api/account.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Panel } from '../../components/panel.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { paths } from '../../paths.ts';
import { act } from '../../session/act.ts';
import { nextPath } from '../../session/next-path.ts';
import { read } from '../../session/read.ts';
import { queryChoice } from '../../session/read-query.ts';
import { requireUser } from '../../session/require-member.ts';
import { SHORTEST_PASSWORD } from '../../shell/password-form.tsx';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('account.title');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const me = await requireUser(visit);
    const { searchParams } = visit.url;
    return {
      me,
      security: await getSecurity(visit.api),
      sessions: await listSessions(visit.api),
      done: queryChoice(searchParams, 'done', DONE) ?? null,
      next: nextPath(searchParams.get('next')),
    };
  });

export const action = (args: ActionFunctionArgs) => act(args, takeAccountAct);

/** One's own account: password, second factors, recovery codes and sessions. */
export default function Account() {
  const { me, security, sessions, done, next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, when } = useWords();
  const refusal = answer && 'problem' in answer ? answer : undefined;
  const shown = answer && 'codes' in answer ? answer : undefined;
  const { hasPassword, totpSince, recoveryCodesLeft, passkeys, provenUntil } = security;
  const hasFactor = totpSince !== null || passkeys.length > 0;
  const mustProve = provenUntil === null || refusal?.problem.fault === 'proof.needed';
  const mayChange = !mustProve;
  const of = (intent: string) => (refusal?.intent === intent ? refusal.problem : undefined);
  const isForProof = refusal?.intent === 'prove' || refusal?.problem.fault === 'proof.needed';
  return (
    <div className="flex max-w-2xl flex-col gap-5 pt-4">
      <PageHead
        title={t('account.title')}
        lead={t('account.lead')}
        action={me.tenant && <TextLink to={next}>{t('account.back')}</TextLink>}
      />
      {done !== null && answer === undefined && (
        <div role="status">
          <Notice tone="healthy" title={t(`account.done.${done}`)} />
        </div>
      )}
      {shown?.codes ? (
        <NewCodes codes={shown.codes} next={next === '/' ? paths.account() : next} />
      ) : (
        <FactorRequired me={me} next={next} />
      )}
      {refusal && !isForProof && refusal.intent !== 'password' && <FormProblem problem={refusal.problem} />}
      {mustProve ? (
        <ProveForm can={hasPassword || hasFactor} problem={isForProof ? refusal?.problem : undefined} />
      ) : (
        <p className="text-sm text-muted">{t('account.provenUntil', { until: when(provenUntil) })}</p>
      )}
      <TotpPanel
        since={totpSince}
        offer={shown?.offer ?? null}
        wrongCode={shown?.wrongCode ?? false}
        mayChange={mayChange}
      />
      <PasskeyPanel passkeys={passkeys} mayChange={mayChange} then={paths.account({ done: 'added', next })} />
      <RecoveryPanel left={recoveryCodesLeft} hasFactor={hasFactor} mayChange={mayChange} />
      <Panel title={t('account.password')}>
        {hasPassword ? (
          <Form method="post" className="flex max-w-md flex-col gap-3">
            <p className="text-sm text-muted">{t('account.passwordLead')}</p>
            <FormProblem problem={of('password')} fields={['password']} />
            <input type="hidden" name="intent" value="password" />
            {/* Tells a password manager whose password this is. */}
            <input type="email" name="username" autoComplete="username" value={me.user.email} readOnly hidden />
            <Field
              label={t('identity.newPassword')}
              name="password"
              type="password"
              autoComplete="new-password"
              required
              minLength={SHORTEST_PASSWORD}
              disabled={!mayChange}
              hint={t('identity.passwordHint', { count: SHORTEST_PASSWORD })}
              error={of('password')?.field === 'password' ? t('account.passwordWrong') : null}
            />
            <div>
              <Button disabled={!mayChange}>{t('account.changePassword')}</Button>
            </div>
          </Form>
        ) : (
          <p className="text-sm text-muted">{t('account.passwordNone')}</p>
        )}
      </Panel>
      <SessionPanel sessions={sessions} />
    </div>
  );
}
