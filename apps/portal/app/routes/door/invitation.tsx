import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { acceptInvitation, getInvitationOffer } from '../../api/members.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { FactList } from '../../components/fact-list.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { Notice } from '../../components/notice.tsx';
import { paths } from '../../paths.ts';
import { act } from '../../session/act.ts';
import { makeCookie, TENANT_COOKIE } from '../../session/cookies.ts';
import { read } from '../../session/read.ts';
import { DoorCard } from '../../shell/door-card.tsx';
import { SignOut } from '../../shell/sign-out.tsx';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('identity.invitationTitle');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit, params) => {
    const offer = await getInvitationOffer(visit.api, params['token'] ?? '');
    const me = await visit.me();
    return { offer, email: me?.user.email ?? null, here: visit.url.pathname };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, _form, params) => {
    const { tenantId } = await acceptInvitation(visit.api, params['token'] ?? '');
    const cookie = makeCookie(TENANT_COOKIE, tenantId, visit.context.portalUrl.startsWith('https:'));
    throw redirect(paths.overview(), { headers: { 'Set-Cookie': cookie } });
  });

export default function Invitation() {
  const { offer, email, here } = useLoaderData<typeof loader>();
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
          [t('members.role'), t(`members.${offer.role}`)],
          [t('identity.invitationExpires'), when(offer.expiresAt)],
        ]}
      />
      <FormProblem problem={refusal?.problem} />
      {email === null && (
        <div className="flex flex-col gap-3">
          <p className="text-muted">{t('identity.invitationSignFirst', { email: offer.email })}</p>
          <div className="flex flex-wrap gap-2">
            <ButtonLink look="primary" to={`${paths.signUp(here)}&email=${encodeURIComponent(offer.email)}`}>
              {t('identity.signUp')}
            </ButtonLink>
            <ButtonLink to={`${paths.signIn(here)}&email=${encodeURIComponent(offer.email)}`}>
              {t('identity.signIn')}
            </ButtonLink>
          </div>
        </div>
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
