import { paths } from '../paths.ts';
import { nextPath } from './next-path.ts';

/** Addresses that answer data to a page and are none themselves. */
const DATA = /\/(more|at|days|card)$|^\/search\/(older|numbers|choices)$|^\/v1\//;

/** Where a reason is asked for, and where the visitor goes on afterwards: the page, not the data that it wanted. */
export function reasonPath(url: URL, referer: string | null): string {
  if (!DATA.test(url.pathname)) return paths.reason(nextPath(url.pathname + url.search));
  const page = referer !== null && URL.canParse(referer) ? new URL(referer) : undefined;
  const isOwn = page?.host === url.host && page.pathname !== '/reason';
  return paths.reason(isOwn && page !== undefined ? nextPath(page.pathname + page.search) : '/');
}
