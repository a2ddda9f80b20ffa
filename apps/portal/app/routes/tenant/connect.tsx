import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { checkSecret, removeSecret, setSecret } from '../../api/secrets.ts';
import { checkConnection, createConnection, getOverview, listConnections } from '../../api/setup.ts';
import {
  changePulling,
  listRepulls,
  makeCallback,
  pullConnection,
  replaceSecret,
  requestRepull,
} from '../../api/triggers.ts';
import { OnlyLook } from '../../components/only-look.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { RefreshWithoutScript, useRefresh } from '../../components/use-refresh.tsx';
import { AddressStep, CheckStep, CredentialsDone, FirstMessageStep, KeyStep } from '../../connect/connection-steps.tsx';
import { CredentialsForm } from '../../connect/credentials-form.tsx';
import { LaterSteps } from '../../connect/later-steps.tsx';
import { SimulatorNote } from '../../connect/simulator-note.tsx';
import { Step } from '../../connect/step.tsx';
import { paths } from '../../paths.ts';
import { SecretsPanel } from '../../secrets/secrets-panel.tsx';
import { act, textField } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { requireSight } from '../../session/require-member.ts';
import { PullNow } from '../../triggers/pull-now.tsx';
import { isUnfinished } from '../../triggers/repull-list.tsx';
import { TriggerPanels } from '../../triggers/trigger-panels.tsx';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('connect.title');

const REFRESH_MS = 3000;

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const { mayChange } = await requireSight(visit, 'connect');
    const [connections, overview] = await Promise.all([listConnections(visit.api), getOverview(visit.api)]);
    const connection = connections[0] ?? null;
    return {
      mayChange,
      connection,
      repulls: connection === null ? [] : await listRepulls(visit.api, connection.connectionId),
      firstMessageId: overview.firstMessageId,
      simulatorUrl: visit.context.development ? visit.context.simulatorUrl : null,
      key: crypto.randomUUID(),
      now: Date.now(),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    const connectionId = textField(form, 'connectionId');
    const intent = textField(form, 'intent');
    if (intent === 'connect') {
      const typed = {
        name: textField(form, 'name'),
        corpId: textField(form, 'corpId'),
        archiveSecret: textField(form, 'archiveSecret'),
      };
      await createConnection(visit.api, typed, textField(form, 'key'));
    }
    if (intent === 'check') await checkConnection(visit.api, connectionId);
    if (intent === 'pull') await pullConnection(visit.api, connectionId);
    if (intent === 'pulling') {
      const mode = textField(form, 'mode') === 'daily' ? 'daily' : 'continuous';
      await changePulling(visit.api, connectionId, { mode, timeOfDay: textField(form, 'timeOfDay') });
    }
    if (intent === 'secret') await replaceSecret(visit.api, connectionId, textField(form, 'archiveSecret'));
    if (intent.startsWith('secret-')) {
      const purpose = textField(form, 'purpose') === 'contacts' ? 'contacts' : 'customer_contact';
      const place = { connectionId, purpose } as const;
      if (intent === 'secret-set') await setSecret(visit.api, place, textField(form, 'secret'));
      if (intent === 'secret-check') await checkSecret(visit.api, place);
      if (intent === 'secret-remove') await removeSecret(visit.api, place);
      throw redirect(`${paths.connect()}#secret-${purpose}`);
    }
    if (intent === 'repull') {
      const range = { fromSeq: textField(form, 'fromSeq'), toSeq: textField(form, 'toSeq') };
      await requestRepull(visit.api, connectionId, range, textField(form, 'key'));
    }
    // Shown by this answer and by no other: no redirect, and nothing of it is kept by the browser.
    if (intent === 'callback') return { made: await makeCallback(visit.api, connectionId) };
    throw redirect(paths.connect());
  });

export default function Connect() {
  const { connection, firstMessageId, simulatorUrl, key, repulls, now, mayChange } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refusal = answer && 'problem' in answer ? answer : undefined;
  const made = answer && 'made' in answer ? answer.made : undefined;
  const { t } = useWords();
  const moves = connection !== null && (connection.pulling.waitSeconds > 0 || connection.pulling.startedAt !== null);
  const waits = (connection !== null && firstMessageId === null) || moves || repulls.some(isUnfinished);
  useRefresh(waits, REFRESH_MS);
  return (
    <div className="max-w-3xl">
      <RefreshWithoutScript active={waits && made === undefined} everySeconds={5} />
      <PageHead title={t('connect.title')} lead={t('connect.lead')} />
      {simulatorUrl !== null && <SimulatorNote url={simulatorUrl} />}
      <OnlyLook needs={mayChange ? null : 'connect'}>
        <ol>
          {connection === null ? (
            <>
              <Step number={1} title={t('connect.step.credentials')} tone="neutral" state={t('connect.state.open')}>
                <CredentialsForm refusal={refusal} idempotencyKey={key} />
              </Step>
              <LaterSteps />
            </>
          ) : (
            <>
              <CredentialsDone connection={connection} />
              <KeyStep connection={connection} />
              <AddressStep connection={connection} />
              <CheckStep connection={connection} firstMessageId={firstMessageId} refusal={refusal} />
              <FirstMessageStep connection={connection} firstMessageId={firstMessageId} refusal={refusal}>
                {firstMessageId === null && <PullNow connection={connection} refusal={refusal} />}
              </FirstMessageStep>
            </>
          )}
        </ol>
        {connection !== null && <SecretsPanel connection={connection} refusal={refusal} now={now} />}
        {connection !== null && (
          <TriggerPanels connection={connection} repulls={repulls} refusal={refusal} made={made} idempotencyKey={key}>
            {firstMessageId !== null && <PullNow connection={connection} refusal={refusal} />}
          </TriggerPanels>
        )}
      </OnlyLook>
    </div>
  );
}
