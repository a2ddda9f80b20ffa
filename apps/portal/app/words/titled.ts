import type { Language } from '@highwater/domain';
import type { WordKey } from '@highwater/i18n/make';
import type { MetaDescriptor, MetaFunction } from '@remix-run/node';
import { i18nOf } from './page-i18n.ts';

interface Match {
  readonly id: string;
  readonly data: unknown;
}

function languageOf(matches: readonly Match[]): Language {
  const root = matches.find(({ id }) => id === 'root')?.data;
  const known = typeof root === 'object' && root !== null && 'language' in root ? root.language : null;
  return known === 'en' ? 'en' : 'zh-CN';
}

/** A page's title, "Search · Highwater", in the page's language. */
export function titled(key: WordKey): MetaFunction {
  return ({ matches }): MetaDescriptor[] => {
    const { t } = i18nOf(languageOf(matches));
    return [{ title: `${t(key)} · ${t('common.product')}` }];
  };
}
