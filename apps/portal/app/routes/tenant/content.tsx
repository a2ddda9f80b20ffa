import { Outlet } from '@remix-run/react';
import { ErrorPage } from '../../shell/error-page.tsx';
import { titled } from '../../words/titled.ts';

/** For error pages only: every page has a title of its own. */
export const meta = titled('errors.title');

/** Holds the pages inside the shell, so that a page that fails leaves the way to the others. */
export default function Content() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
