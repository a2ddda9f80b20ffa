import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { acceptInvitation, getInvitationOffer } from '../../api/members.ts';
import { Button } from '../../components/button.tsx';
import { FactList } from '../../components/fact-list.tsx';
import { Field } from '../../components/field.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { Notice } from '../../components/notice.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { paths } from '../../paths.ts';
import { act, textField } from '../../session/act.ts';
import { makeCookie, TENANT_COOKIE } from '../../session/cookies.ts';
import { read } from '../../session/read.ts';
import { secretField } from '../../session/secret-field.ts';
import { signInVisitor } from '../../session/sign-in-visitor.ts';
import { DoorCard } from '../../shell/door-card.tsx';
import { PasswordForm } from '../../shell/password-form.tsx';
import { SignOut } from '../../shell/sign-out.tsx';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('identity.invitationTitle');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit, params) => {
    const offer = await getInvitationOffer(visit.api, params['token'] ?? '');
    const me = await visit.me();
    return { offer, email: me?.user.email ?? null, here: visit.url.pathname, token: params['token'] ?? '' };
  });

/** Joins; somebody new makes their account first, which the invitation's link allows: it came by mail. */
export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form, params) => {
    if (textField(form, 'intent') === 'sign-up') {
      const typed = {
        token: params['token'] ?? '',
        name: textField(form, 'name'),
        password: secretField(form, 'password'),
      };
      return signInVisitor(visit, '/auth/sign-up/invited', typed, visit.url.pathname);
    }
    const { tenantId } = await acceptInvitation(visit.api, params['token'] ?? '');
    const cookie = makeCookie(TENANT_COOKIE, tenantId, visit.context.portalUrl.startsWith('https:'));
    throw redirect(paths.overview(), { headers: { 'Set-Cookie': cookie } });
  });

export default function Invitation() {
  const { offer, email, here, token } = useLoaderData<typeof loader>();
  const { t, when } = useWords();
  const refusal = useActionData<typeof action>();
  const same = email?.toLowerCase() === offer.email.toLowerCase();
  return (
    <DoorCard
      title={t('identity.invitationHeading', { company: offer.company })}
      lead={t('identity.invitationLead', { inviter: offer.inviter })}
    >
      <FactList
        facts={[
          [t('identity.invitedEmail'), offer.email],
          [t('members.role'), t(`members.called.${offer.role}`)],
          [t('identity.invitationExpires'), when(offer.expiresAt)],
        ]}
      />
      {refusal && 'problem' in refusal && <FormProblem problem={refusal.problem} />}
      {email === null && (
        <div className="flex flex-col gap-3">
          <p className="text-muted">{t('identity.invitationSignFirst', { email: offer.email })}</p>
          <PasswordForm error={refusal && 'error' in refusal ? refusal.error : undefined} submit={t('identity.signUp')}>
            <input type="hidden" name="intent" value="sign-up" />
            <Field label={t('identity.name')} name="name" autoComplete="name" required maxLength={80} />
          </PasswordForm>
          <p className="text-muted">
            {t('identity.haveAccount')}{' '}
            <TextLink to={`${paths.signIn(here)}&email=${encodeURIComponent(offer.email)}`}>
              {t('identity.signIn')}
            </TextLink>
          </p>
        </div>
      )}
      {email === null && offer.hasSingleSignOn && (
        <Form method="post" action={paths.companySignIn()} className="flex flex-col gap-3 border-t border-line pt-4">
          <p className="text-muted">{t('singleSignOn.invitationLead')}</p>
          <input type="hidden" name="invitation" value={token} />
          <div>
            <Button>{t('singleSignOn.door')}</Button>
          </div>
        </Form>
      )}
      {email !== null && !same && (
        <Notice tone="attention" title={t('identity.invitationOther', { email })}>
          <p>{t('identity.invitationOtherCure', { email: offer.email })}</p>
          <SignOut />
        </Notice>
      )}
      {same && (
        <Form method="post">
          <Button look="primary">{t('identity.invitationAccept')}</Button>
        </Form>
      )}
    </DoorCard>
  );
}
