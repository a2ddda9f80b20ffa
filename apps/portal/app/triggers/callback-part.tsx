import { Form } from '@remix-run/react';
import type { CallbackSecretsView } from '@highwater/api-client';
import type { ConnectionView } from '../api/setup-types.ts';
import { Button } from '../components/button.tsx';
import { CodeCopy } from '../components/code-copy.tsx';
import { Confirm } from '../components/confirm.tsx';
import { Notice } from '../components/notice.tsx';
import { ConsolePath } from '../connect/step.tsx';
import { useWords } from '../words/words-context.tsx';

interface CallbackPartProps {
  readonly connection: ConnectionView;
  /** Just made: this page is the only one that shows them. */
  readonly made: CallbackSecretsView | undefined;
}

/** Where WeCom may call, when it last did, and the three values for its console right after they were made. */
export function CallbackPart({ connection, made }: CallbackPartProps) {
  const { t, when, formatCount } = useWords();
  const { callback, connectionId } = connection;
  const fields = { intent: 'callback', connectionId };
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-muted">{t('triggers.callback.lead')}</p>
      {made === undefined && callback !== null && <OtherSettings />}
      {made !== undefined && <Made made={made} />}
      {callback === null && made === undefined && (
        <Form method="post" className="flex flex-col gap-2">
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <p className="text-sm">{t('triggers.callback.none')}</p>
          <div>
            <Button>{t('triggers.callback.make')}</Button>
          </div>
        </Form>
      )}
      {callback !== null && (
        <>
          <p className="text-sm tabular-nums">
            {callback.lastEventAt === null
              ? t('triggers.callback.never')
              : t('triggers.callback.last', {
                  time: when(callback.lastEventAt),
                  count: formatCount(callback.today),
                })}
          </p>
          <p className="text-sm text-muted">
            {t('triggers.callback.set', { time: when(callback.setAt), name: callback.setBy ?? '—' })}
          </p>
          <Confirm
            open={t('triggers.callback.replace')}
            warning={t('triggers.callback.replaceWarning')}
            confirm={t('triggers.callback.replaceConfirm')}
            fields={fields}
          />
        </>
      )}
    </div>
  );
}

/** Each event comes only to the setting of its own app; all take the same three values. */
function OtherSettings() {
  const { t } = useWords();
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="max-w-prose text-muted">{t('triggers.callback.others')}</p>
      <ConsolePath path="应用管理 › 自建 › 这个应用 › 接收消息 › 设置API接收">
        {t('triggers.callback.ofContacts')}
      </ConsolePath>
      <ConsolePath path="管理工具 › 通讯录同步 › 设置接收事件服务器">{t('triggers.callback.ofEmployees')}</ConsolePath>
    </div>
  );
}

function Made({ made }: { made: CallbackSecretsView }) {
  const { t } = useWords();
  const values = [
    [t('triggers.callback.url'), made.url],
    [t('triggers.callback.token'), made.token],
    [t('triggers.callback.aesKey'), made.encodingAesKey],
  ] as const;
  return (
    <section aria-live="polite" className="flex flex-col gap-3">
      <Notice tone="attention" title={t('triggers.callback.onceTitle')}>
        {t('triggers.callback.onceText')}
      </Notice>
      <ConsolePath path="管理工具 › 企业会话内容存档 › 接收事件服务器">{t('triggers.callback.where')}</ConsolePath>
      {values.map(([label, text]) => (
        <div key={label} className="flex flex-col gap-1">
          <span className="text-xs text-muted">{label}</span>
          <CodeCopy label={label} text={text} />
        </div>
      ))}
      <OtherSettings />
    </section>
  );
}
