import type { Language } from '@highwater/domain';
import type { WordKey } from '@highwater/i18n/make';
import type { MetaDescriptor, MetaFunction } from '@remix-run/node';
import { languageOfRoot } from './language-of-root.ts';
import { i18nOf } from './page-i18n.ts';

interface Match {
  readonly id: string;
  readonly data: unknown;
}

function languageOf(matches: readonly Match[]): Language {
  return languageOfRoot(matches.find(({ id }) => id === 'root')?.data);
}

/** A page's title, "Search · Highwater", in the page's language. */
export function titled(key: WordKey): MetaFunction {
  return ({ matches }): MetaDescriptor[] => {
    const { t } = i18nOf(languageOf(matches));
    return [{ title: `${t(key)} · ${t('common.product')}` }];
  };
}
