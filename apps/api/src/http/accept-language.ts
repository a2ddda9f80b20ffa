import { LANGUAGES, type Language } from '@highwater/domain';

/** The best supported language of an Accept-Language header; Chinese when nothing fits. */
export function acceptedLanguage(header: string | undefined): Language {
  const wishes = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const q = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { primary: tag.trim().toLowerCase().split('-')[0], weight: q === undefined ? 1 : Number(q) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((left, right) => right.weight - left.weight);
  for (const { primary } of wishes) {
    const language = LANGUAGES.find((known) => known.toLowerCase().split('-')[0] === primary);
    if (language !== undefined) return language;
  }
  return 'zh-CN';
}
