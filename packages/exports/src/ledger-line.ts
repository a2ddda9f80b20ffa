import type { Language } from '@highwater/domain';
import type { LocalTime } from './local-time.ts';
import type { LedgerStatement } from './package-about.ts';

/** What may be said of completeness, and no more: numbers WeCom never returned may exist. */
export function ledgerLine(
  { corpId, seq, at, sealed, unseen }: LedgerStatement,
  language: Language,
  times: (at: number) => LocalTime,
): string {
  const time = times(at).text;
  if (language === 'zh-CN') {
    return `${corpId}：截至 ${time}，企业微信返回的消息（seq 到 ${seq}）均已存档；其中待解密 ${sealed} 条，未返回的序号 ${unseen} 个。`;
  }
  return `${corpId}: everything WeCom returned up to seq ${seq} at ${time} is stored; ${sealed} sealed, ${unseen} numbers not returned.`;
}
