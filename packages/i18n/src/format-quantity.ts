import type { Language } from '@highwater/domain';

const UNITS: Readonly<Record<Language, readonly [hour: string, minute: string, second: string]>> = {
  'zh-CN': ['小时', '分', '秒'],
  en: ['h', 'min', 's'],
};

/** "1 小时 2 分 5 秒" or "1 h 2 min 5 s"; zero parts are left out, below one second is 0. */
export function formatDuration(seconds: number, language: Language): string {
  const whole = Math.max(0, Math.floor(seconds));
  const amounts = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const parts = UNITS[language].flatMap((unit, at) => (amounts[at] ? [`${amounts[at]} ${unit}`] : []));
  return parts.length === 0 ? `0 ${UNITS[language][2]}` : parts.join(' ');
}

const SIZES = ['KB', 'MB', 'GB', 'TB', 'PB', 'EB'];

/** Bytes in steps of 1024, as WeCom and Windows show them, one decimal at most; whole bytes below 1 KB. */
export function formatBytes(bytes: number | bigint | string): string {
  let amount = Number(bytes);
  if (!(amount >= 1024)) return `${Number.isFinite(amount) ? amount : 0} B`;
  let step = -1;
  while (amount >= 1024 && step < SIZES.length - 1) {
    amount /= 1024;
    step++;
  }
  return `${Math.round(amount * 10) / 10} ${SIZES[step]}`;
}

/** 3218404 → "3,218,404", exact for any size. */
export function formatCount(count: number | bigint | string): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** Fen (1/100 yuan) as yuan: "3000" → "¥30.00". Exact for any size. */
export function formatMoneyFen(fen: number | bigint | string): string {
  const amount = BigInt(fen);
  return `¥${formatCount(amount / 100n)}.${String(amount % 100n).padStart(2, '0')}`;
}
