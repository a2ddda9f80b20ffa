import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from '@remix-run/react';
import { useContext, type ReactNode } from 'react';
import { PendingBar } from './components/pending-bar.tsx';
import { ErrorPage } from './shell/error-page.tsx';
import { NonceContext } from './nonce-context.ts';
import { visitOf } from './session/visit.ts';
import tokens from './styles/tokens.css?url';
import { SaidFaultsScript } from './words/said-faults.tsx';
import { WordsProvider } from './words/words-context.tsx';
import { titled } from './words/titled.ts';

/** Zone of times until a company's own is known. */
const FIRST_ZONE = 'Asia/Shanghai';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: tokens },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

/** For error pages only: every page has a title of its own. */
export const meta = titled('errors.title');

export async function loader(args: LoaderFunctionArgs) {
  const visit = visitOf(args);
  const language = await visit.language();
  const me = await visit.me().catch(() => null);
  return { language, zone: me?.tenant?.zone ?? FIRST_ZONE };
}

export function Layout({ children }: { children: ReactNode }) {
  const page = useRouteLoaderData<typeof loader>('root');
  const nonce = useContext(NonceContext);
  const language = page?.language ?? 'zh-CN';
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <Meta />
        <Links />
      </head>
      <body>
        <WordsProvider language={language} zone={page?.zone ?? FIRST_ZONE}>
          <PendingBar />
          {children}
        </WordsProvider>
        <SaidFaultsScript />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return (
    <main className="mx-auto max-w-2xl px-4 py-16">
      <ErrorPage />
    </main>
  );
}
