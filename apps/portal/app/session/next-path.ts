/** Where to go after signing in: a path of this origin, else the overview. */
export function nextPath(next: string | null): string {
  // "//host" and "/\host" are other origins to a browser.
  return next !== null && /^\/(?![/\\])/.test(next) && !next.includes('\\') ? next : '/';
}
