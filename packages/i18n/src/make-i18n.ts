import type { Fault, FaultDetail, Language, UnixMs } from '@highwater/domain';
import type { FaultWords } from './fault-words.ts';
import { formatBytes, formatCount, formatDuration, formatMoneyFen } from './format-quantity.ts';
import { clockIn } from './format-time.ts';
import { makeTranslate, type FlatWords } from './make-translate.ts';
import type { words as zhCN } from './words/zh-CN/index.ts';
import type { WordPath } from './words.ts';

/** Path of a text in the word modules: "common.save", "faults.ip.untrusted.cure". */
export type WordKey = WordPath<typeof zhCN>;

export type Translate = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

export interface I18n {
  readonly language: Language;
  /** Values stand for {{placeholders}}; one that is not given shows as a dash. */
  readonly t: Translate;
  readonly fault: (fault: Fault, detail?: FaultDetail) => FaultWords;
  /** "2026-11-22 14:32" in the IANA zone. */
  readonly formatDateTime: (at: UnixMs, zone: string) => string;
  /** "2026-11-22" */
  readonly formatDate: (at: UnixMs, zone: string) => string;
  /** "2026-11-22 星期日", "2026-11-22 Sunday" */
  readonly formatDay: (at: UnixMs, zone: string) => string;
  /** "14:32" */
  readonly formatTime: (at: UnixMs, zone: string) => string;
  readonly formatDuration: (seconds: number) => string;
  readonly formatBytes: (bytes: number | bigint | string) => string;
  readonly formatCount: (count: number | bigint | string) => string;
  /** Fen to yuan: "3000" → "¥30.00". */
  readonly formatMoneyFen: (fen: number | bigint | string) => string;
}

/** WeCom's number, an errcode or the library's code, under the name that the sentences use; amounts as they are read. */
function namedValues(detail: FaultDetail = {}): FaultDetail {
  const code = detail['code'] ?? detail['errcode'];
  const most = detail['most'];
  return {
    ...detail,
    ...(code === undefined ? {} : { code }),
    ...(typeof most === 'number' ? { most: formatCount(most) } : {}),
  };
}

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

/**
 * Words and formatters of one language from its words, read at every call: a browser has only those of its pages and
 * gets more of them later. `missing` says what stands for a key that has no text.
 */
export function makeI18n(language: Language, words: FlatWords, missing?: (key: string) => string): I18n {
  const t: Translate = makeTranslate(language, words, missing);
  return {
    language,
    t,
    fault(fault, detail) {
      const values = namedValues(detail);
      return { title: t(`faults.${fault}.title`, values), cure: t(`faults.${fault}.cure`, values) };
    },
    formatDateTime: (at, zone) => `${clockIn(at, zone).date} ${clockIn(at, zone).time}`,
    formatDate: (at, zone) => clockIn(at, zone).date,
    formatDay: (at, zone) => `${clockIn(at, zone).date} ${WEEKDAYS[language][clockIn(at, zone).weekday]}`,
    formatTime: (at, zone) => clockIn(at, zone).time,
    formatDuration: (seconds) => formatDuration(seconds, language),
    formatBytes,
    formatCount,
    formatMoneyFen,
  };
}
