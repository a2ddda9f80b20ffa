import type { Translate } from '@highwater/i18n/make';
import type { ConnectionView } from '../api/setup-types.ts';

export type SecretState = ConnectionView['secrets'][number];
export type FurtherPurpose = SecretState['purpose'];

/** Where each secret is found in WeCom's own console. */
export const CONSOLE_PATHS: Readonly<Record<FurtherPurpose | 'archive', string>> = {
  archive: '管理工具 › 企业会话内容存档',
  customer_contact: '客户联系 › 客户 › API › 可调用接口的应用',
  contacts: '应用管理 › 自建，或 管理工具 › 通讯录同步',
};

interface Cause {
  readonly title: string;
  readonly cure: string;
}

/** What a fault means for this secret and what to do; undefined where its usual words do. */
export function causeOf(
  purpose: FurtherPurpose,
  fault: string,
  params: Readonly<Record<string, string | number>>,
  t: Translate,
): Cause | undefined {
  switch (fault) {
    case 'secret.wrong':
      return { title: t('secrets.cause.wrong.title'), cure: t('secrets.cause.wrong.cure') };
    case 'secret.wrong_kind':
    case 'app.not_permitted':
      return { title: t(`secrets.cause.kind.${purpose}.title`), cure: t(`secrets.cause.kind.${purpose}.cure`) };
    case 'ip.untrusted': {
      const address = { ip: String(params['ip'] ?? '—') };
      return { title: t('secrets.cause.ip.title', address), cure: t(`secrets.cause.ip.${purpose}`, address) };
    }
    default:
      return undefined;
  }
}
