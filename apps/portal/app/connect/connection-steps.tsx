import { Form, useNavigation } from '@remix-run/react';
import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ConnectionView } from '../api/setup-types.ts';
import { Button, ButtonLink } from '../components/button.tsx';
import { CodeCopy } from '../components/code-copy.tsx';
import { FactList } from '../components/fact-list.tsx';
import { FormProblem } from '../components/form-problem.tsx';
import { paths } from '../paths.ts';
import type { Refusal } from '../session/act.ts';
import { useWords } from '../words/words-context.tsx';
import { CheckList, checkOf, toneOfCheck } from './check-list.tsx';
import { ConsolePath, Step } from './step.tsx';

interface StepsProps {
  readonly connection: ConnectionView;
  readonly firstMessageId: string | null;
  readonly refusal: Refusal | undefined;
}

export function CredentialsDone({ connection }: { connection: ConnectionView }) {
  const { t, when } = useWords();
  const check = checkOf(connection, 'credentials');
  const setBy = connection.secretSetBy ?? '—';
  return (
    <Step
      number={1}
      title={t('connect.step.credentials')}
      tone={toneOfCheck(check)}
      state={t(`connect.state.${check.state}`)}
    >
      <FactList
        facts={[
          [t('connect.name'), connection.name],
          [
            t('connect.corpId'),
            <span key="corp" className="font-mono">
              {connection.corpId}
            </span>,
          ],
          [t('connect.archiveSecret'), t('connect.secretSet', { time: when(connection.secretSetAt), name: setBy })],
        ]}
      />
    </Step>
  );
}

export function KeyStep({ connection }: { connection: ConnectionView }) {
  const { t } = useWords();
  const check = checkOf(connection, 'key');
  const { publicKeyVersion: version } = connection;
  const isFirst = connection.keys.every(({ versions }) => versions.length === 0);
  return (
    <Step number={2} title={t('connect.step.key')} tone={toneOfCheck(check)} state={t(`connect.state.${check.state}`)}>
      <ConsolePath path="管理工具 › 企业会话内容存档 › 消息加密公钥">{t('connect.keyWhere')}</ConsolePath>
      {connection.publicKeyPem !== null && (
        <CodeCopy lines label={t('connect.publicKey')} text={connection.publicKeyPem.trim()} />
      )}
      <p className="text-xs text-muted">
        {version !== null
          ? t('connect.keyBound', { version })
          : t(isFirst ? 'connect.keyUnbound' : 'connect.keyUnused')}
      </p>
    </Step>
  );
}

export function AddressStep({ connection }: { connection: ConnectionView }) {
  const { t } = useWords();
  const check = checkOf(connection, 'address');
  return (
    <Step
      number={3}
      title={t('connect.step.address')}
      tone={toneOfCheck(check)}
      state={t(`connect.state.${check.state}`)}
    >
      <ConsolePath path="管理工具 › 企业会话内容存档 › 可信IP地址">{t('connect.ipWhere')}</ConsolePath>
      <div className="max-w-md">
        <CodeCopy label={t('connect.trustedIps')} text={connection.trustedIps.join(';')} />
      </div>
    </Step>
  );
}

export function CheckStep({ connection, refusal }: StepsProps) {
  const { t } = useWords();
  const busy = useNavigation().formData?.get('intent') === 'check';
  const failed = connection.checks.some(({ state }) => state === 'failed');
  const passed = ['credentials', 'address'].every((step) =>
    connection.checks.some((check) => check.step === step && check.state === 'passed'),
  );
  const state = failed ? 'failed' : passed ? 'passed' : 'waiting';
  return (
    <Step
      number={4}
      title={t('connect.step.check')}
      tone={failed ? 'loss' : passed ? 'healthy' : 'waiting'}
      state={t(`connect.state.${state}`)}
    >
      <CheckList connection={connection} />
      <FormProblem problem={refusal?.intent === 'check' ? refusal.problem : null} />
      <Form method="post">
        <input type="hidden" name="intent" value="check" />
        <input type="hidden" name="connectionId" value={connection.connectionId} />
        <Button
          look="primary"
          disabled={busy}
          icon={<RefreshCw aria-hidden size={16} className={busy ? 'animate-spin' : ''} />}
        >
          {busy ? t('connect.checking') : t('connect.checkAgain')}
        </Button>
      </Form>
    </Step>
  );
}

export function FirstMessageStep({ connection, firstMessageId, children }: StepsProps & { children: ReactNode }) {
  const { t, when, formatCount } = useWords();
  const check = checkOf(connection, 'first_message');
  const arrived = firstMessageId !== null;
  return (
    <Step
      number={5}
      title={t('connect.step.first_message')}
      tone={arrived ? 'healthy' : toneOfCheck(check)}
      state={t(arrived ? 'connect.state.passed' : `connect.state.${check.state}`)}
    >
      {arrived ? (
        <>
          <p>
            {t('connect.firstArrived', { seq: formatCount(connection.cursorSeq), time: when(connection.lastAnswerAt) })}
          </p>
          <div>
            <ButtonLink look="primary" to={paths.message(firstMessageId)}>
              {t('connect.openFirst')}
            </ButtonLink>
          </div>
        </>
      ) : (
        <p className="text-muted">{t('connect.firstWaiting', { time: when(connection.lastPullAt) })}</p>
      )}
      {children}
    </Step>
  );
}
