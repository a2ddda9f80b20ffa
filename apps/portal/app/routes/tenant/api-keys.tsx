import { dayOf, dayRange } from '@highwater/calendar';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { KeyRound } from 'lucide-react';
import { changeApiKey, listApiKeys, revokeApiKey, rotateApiKey, showProof } from '../../api/programs.ts';
import { ButtonLink } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { isDay } from '../../components/is-day.ts';
import { MoreLink } from '../../components/more-link.tsx';
import { OnlyLook } from '../../components/only-look.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { paths } from '../../paths.ts';
import { ApiKeyCard } from '../../programs/api-key-card.tsx';
import { MadeKey } from '../../programs/made-key.tsx';
import { readNetworkLines } from '../../programs/network-lines.ts';
import { act, textField } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { requireRight, requireSight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('apiKeys.title');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const { mayChange, tenant } = await requireSight(visit, 'manage_keys');
    const keys = await listApiKeys(visit.api, visit.url.searchParams.get('cursor') ?? undefined);
    const items = keys.items.map((apiKey) => ({ apiKey, endsOn: dayOf(tenant.zone, apiKey.expiresAt - 1) }));
    return { items, nextCursor: keys.nextCursor, mayChange, origin: visit.context.portalUrl };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    const { tenant } = await requireRight(visit, 'manage_keys');
    const keyId = textField(form, 'keyId');
    const proof = textField(form, 'password');
    if (textField(form, 'intent') === 'rotate') {
      if (proof !== '') await showProof(visit.api, proof);
      return { made: await rotateApiKey(visit.api, keyId) };
    }
    if (textField(form, 'intent') === 'change') {
      const endsOn = textField(form, 'endsOn');
      await changeApiKey(visit.api, keyId, {
        name: textField(form, 'name'),
        networks: readNetworkLines(textField(form, 'networks')).map(({ network }) => network),
        // The day on which it ends anyway may be part of one: it says nothing new.
        ...(endsOn !== textField(form, 'endedOn') && {
          expiresAt: isDay(endsOn) ? dayRange(tenant.zone, endsOn).until : 0,
        }),
      });
      throw redirect(paths.apiKeys());
    }
    await revokeApiKey(visit.api, keyId);
    throw redirect(paths.apiKeys());
  });

export default function ApiKeys() {
  const { items, nextCursor, mayChange, origin } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords();
  const refusal = answer !== undefined && 'problem' in answer ? answer : undefined;
  const changed = refusal?.intent === 'change' ? refusal : undefined;
  const made = answer !== undefined && 'made' in answer ? answer.made : undefined;
  return (
    <div className="max-w-3xl">
      <PageHead title={t('apiKeys.title')} lead={t('apiKeys.lead')} />
      <div className="flex flex-col gap-4">
        <FormProblem problem={changed === undefined ? refusal?.problem : undefined} />
        {made === undefined ? (
          <>
            {mayChange && (
              <div>
                <ButtonLink to={paths.newApiKey()}>{t('apiKeys.make')}</ButtonLink>
              </div>
            )}
            {items.length === 0 && (
              <EmptyState icon={KeyRound} title={t('apiKeys.none')}>
                {t('apiKeys.noneHint')}
              </EmptyState>
            )}
            <OnlyLook needs={mayChange ? null : 'manage_keys'}>
              {items.map(({ apiKey, endsOn }) => (
                <ApiKeyCard
                  key={apiKey.keyId}
                  apiKey={apiKey}
                  endsOn={endsOn}
                  refused={changed?.typed['keyId'] === apiKey.keyId ? changed : undefined}
                />
              ))}
            </OnlyLook>
            <MoreLink to={nextCursor === null ? null : paths.apiKeys({ cursor: nextCursor })} />
          </>
        ) : (
          <MadeKey made={made} origin={origin} />
        )}
      </div>
    </div>
  );
}
