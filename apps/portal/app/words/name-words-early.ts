import { LANGUAGES, type Language } from '@highwater/domain';
import type { PageWords } from '../load-context.ts';

/**
 * The `Link` header that lets a browser fetch a page's words together with its code instead of after it.
 * `routeIds`: of the page, outermost first. Empty when there are none.
 */
export function nameWordsEarly(pageWords: PageWords, routeIds: readonly string[], language: Language): string {
  const at = LANGUAGES.indexOf(language);
  return routeIds
    .flatMap((id) => pageWords[id]?.[at] ?? [])
    .map((name) => `</assets/${name}.js>; rel=modulepreload`)
    .join(', ');
}
