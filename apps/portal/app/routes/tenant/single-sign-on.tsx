import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  addDomain,
  changeSignOn,
  connectOidc,
  connectSaml,
  getSingleSignOn,
  JOINING_ROLES,
  makeScimToken,
  proveDomain,
  removeDomain,
  removeSignOn,
  revokeScimToken,
  startSignOn,
  switchSignOn,
} from '../../api/single-sign-on.ts';
import { buttonClass } from '../../components/button.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { Notice } from '../../components/notice.tsx';
import { OnlyLook } from '../../components/only-look.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { CodeCopy } from '../../components/code-copy.tsx';
import { paths } from '../../paths.ts';
import { act, textField } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { requireRight, requireSight } from '../../session/require-member.ts';
import { ConnectForms } from '../../single-sign-on/connect-forms.tsx';
import { DomainsPanel } from '../../single-sign-on/domains-panel.tsx';
import { ScimPanel } from '../../single-sign-on/scim-panel.tsx';
import { SignOnPanel } from '../../single-sign-on/sign-on-panel.tsx';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('singleSignOn.title');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const { mayChange } = await requireSight(visit, 'manage_identity');
    return { mayChange, ...(await getSingleSignOn(visit.api)) };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    await requireRight(visit, 'manage_identity');
    const { api } = visit;
    const [signOnId, domain, name] = ['signOnId', 'domain', 'name'].map((field) => textField(form, field)) as [
      string,
      string,
      string,
    ];
    const role = JOINING_ROLES.find((one) => one === textField(form, 'role'));
    switch (textField(form, 'intent')) {
      case 'oidc': {
        const secret = textField(form, 'clientSecret');
        const provider = { name, issuer: textField(form, 'issuer'), clientId: textField(form, 'clientId') };
        await connectOidc(api, secret === '' ? provider : { ...provider, clientSecret: secret });
        break;
      }
      case 'saml':
        await connectSaml(api, { name, metadata: textField(form, 'metadata') });
        break;
      case 'rules':
        await changeSignOn(api, signOnId, { joinsAs: role ?? null, isRequired: form.has('isRequired') });
        break;
      case 'test': {
        const { url, host, cookies } = await startSignOn(api, visit.context.portalUrl, { test: signOnId });
        const headers = new Headers();
        for (const cookie of cookies) headers.append('Set-Cookie', cookie);
        return data({ onward: { url, host } }, { headers });
      }
      case 'enable':
      case 'disable':
        await switchSignOn(api, signOnId, textField(form, 'intent') === 'enable');
        break;
      case 'remove':
        await removeSignOn(api, signOnId);
        break;
      case 'add-domain':
        await addDomain(api, domain);
        break;
      case 'prove':
        await proveDomain(api, domain);
        break;
      case 'remove-domain':
        await removeDomain(api, domain);
        break;
      case 'make-token':
        return { token: (await makeScimToken(api, { signOnId, role: role ?? 'viewer' })).token };
      case 'end-token':
        await revokeScimToken(api, textField(form, 'tokenId'));
        break;
    }
    throw redirect(paths.singleSignOn());
  });

export default function SingleSignOn() {
  const { signOns, domains, scimTokens, scimUrl, mayChange } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords();
  const problem = answer !== undefined && 'problem' in answer ? answer.problem : undefined;
  const onward = answer !== undefined && 'onward' in answer ? answer.onward : undefined;
  const token = answer !== undefined && 'token' in answer ? answer.token : undefined;
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <PageHead title={t('singleSignOn.title')} lead={t('singleSignOn.lead')} />
      <FormProblem problem={problem} />
      {onward && (
        <Notice tone="neutral" title={t('singleSignOn.test')}>
          <a href={onward.url} rel="noreferrer" className={buttonClass('primary')}>
            {t('singleSignOn.onward', { host: onward.host })}
          </a>
        </Notice>
      )}
      {token !== undefined && (
        <Notice tone="attention" title={t('singleSignOn.scimOnce')}>
          <CodeCopy text={token} label={t('singleSignOn.scimOnce')} wraps />
        </Notice>
      )}
      <OnlyLook needs={mayChange ? null : 'manage_identity'}>
        <div className="flex flex-col gap-4">
          {signOns.length === 0 && <p className="text-sm text-muted">{t('singleSignOn.none')}</p>}
          {signOns.map((signOn) => (
            <SignOnPanel key={signOn.signOnId} signOn={signOn} />
          ))}
          <DomainsPanel domains={domains} />
          {signOns.length > 0 && <ScimPanel signOns={signOns} tokens={scimTokens} url={scimUrl} />}
          {mayChange && <ConnectForms />}
        </div>
      </OnlyLook>
    </div>
  );
}
