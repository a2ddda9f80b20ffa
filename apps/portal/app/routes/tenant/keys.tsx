import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { KeyRound } from 'lucide-react';
import { importKey, listKeys, makeKey, removeKey } from '../../api/quarantine.ts';
import { listConnections } from '../../api/setup.ts';
import { CompletenessTabs } from '../../completeness/completeness-tabs.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Notice } from '../../components/notice.tsx';
import { OnlyLook } from '../../components/only-look.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Panel } from '../../components/panel.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { RefreshWithoutScript, useRefresh } from '../../components/use-refresh.tsx';
import { ImportKey, MakeKey } from '../../keys/add-key.tsx';
import { isTyped } from '../../keys/is-typed.ts';
import { KeyCard } from '../../keys/key-card.tsx';
import { paths } from '../../paths.ts';
import { act, textField } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { refuseField } from '../../session/refuse-field.ts';
import { requireSight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('keys.title');

const REFRESH_MS = 2000;

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const { actions, mayChange } = await requireSight(visit, 'connect');
    const [{ items, waiting }, connections] = await Promise.all([listKeys(visit.api), listConnections(visit.api)]);
    return {
      rings: connections.map(({ connectionId, corpId }) => ({
        connectionId,
        corpId,
        keys: items.filter((key) => key.connectionId === connectionId),
        waiting: waiting.filter((version) => version.connectionId === connectionId),
        makeKey: crypto.randomUUID(),
        importKey: crypto.randomUUID(),
      })),
      late: visit.url.searchParams.get('late') !== null,
      actions,
      mayChange,
    };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    const intent = textField(form, 'intent');
    const connectionId = textField(form, 'connectionId');
    const repeat = textField(form, 'key');
    if (intent === 'make' && (await makeKey(visit.api, connectionId, repeat)) === null) {
      throw redirect(paths.keys({ late: '1' }));
    }
    if (intent === 'import') {
      const typed = { privateKeyPem: textField(form, 'secretPem'), note: textField(form, 'note') };
      await importKey(visit.api, connectionId, typed, repeat);
    }
    if (intent === 'remove') {
      const keyId = textField(form, 'keyId');
      const { items } = await listKeys(visit.api);
      const key = items.find((each) => each.keyId === keyId);
      if (key !== undefined && !isTyped(textField(form, 'typed'), key.fingerprint)) throw refuseField('typed');
      await removeKey(visit.api, connectionId, keyId);
    }
    throw redirect(paths.keys());
  });

export default function Keys() {
  const { rings, late, actions, mayChange } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, when, formatCount } = useWords();
  useRefresh(late, REFRESH_MS);
  const refusalOf = (intent: string, connectionId: string) =>
    refusal?.intent === intent && refusal.typed['connectionId'] === connectionId ? refusal : undefined;
  return (
    <div className="max-w-4xl">
      <RefreshWithoutScript active={late} everySeconds={3} />
      <PageHead title={t('keys.title')} lead={t('keys.lead')} />
      <CompletenessTabs actions={actions} />
      <OnlyLook needs={mayChange ? null : 'connect'}>
        <div className="flex flex-col gap-6">
          {late && <Notice tone="waiting" title={t('keys.makeLate')} />}
          {rings.length === 0 && (
            <EmptyState icon={KeyRound} title={t('keys.none')}>
              <p>{t('keys.noneCure')}</p>
              <TextLink to={paths.connect()}>{t('shell.connection')}</TextLink>
            </EmptyState>
          )}
          {rings.map((ring) => (
            <section key={ring.connectionId} className="flex flex-col gap-4">
              {ring.waiting.map(({ publickeyVer, count, firstAt }) => (
                <Notice
                  key={publickeyVer}
                  tone="attention"
                  title={t('keys.waitingTitle', { count: formatCount(count), version: publickeyVer })}
                >
                  {t('keys.waitingCure', { time: when(firstAt) })}
                </Notice>
              ))}
              <Panel
                title={t('keys.ring')}
                aside={<span className="font-mono text-xs text-muted">{t('keys.corp', { corpId: ring.corpId })}</span>}
              >
                <ul className="-m-4 divide-y divide-line">
                  {ring.keys.map((key) => (
                    <KeyCard key={key.keyId} view={key} refusal={refusal} />
                  ))}
                </ul>
              </Panel>
              <div className="grid items-start gap-4 lg:grid-cols-2">
                <ImportKey
                  key={`import ${ring.keys.length}`}
                  connectionId={ring.connectionId}
                  idempotencyKey={ring.importKey}
                  refusal={refusalOf('import', ring.connectionId)}
                  isFirst={ring.waiting.length > 0}
                />
                <MakeKey
                  connectionId={ring.connectionId}
                  idempotencyKey={ring.makeKey}
                  refusal={refusalOf('make', ring.connectionId)}
                  isFirst={ring.waiting.length === 0}
                />
              </div>
            </section>
          ))}
        </div>
      </OnlyLook>
    </div>
  );
}
