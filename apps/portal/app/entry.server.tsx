import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from '@remix-run/node';
import { LANGUAGES } from '@highwater/domain';
import { createI18n } from '@highwater/i18n';
import { RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { dropGaps } from './drop-gaps.ts';
import { NonceContext } from './nonce-context.ts';
import { collectFaults } from './words/collect-faults.ts';
import { languageOfRoot } from './words/language-of-root.ts';
import { nameWordsEarly } from './words/name-words-early.ts';
import { provideI18n } from './words/page-i18n.ts';
import { SaidFaultsContext } from './words/said-faults.tsx';

for (const language of LANGUAGES) provideI18n(createI18n(language));

/** How long a page may take to draw once its data is there. */
const DRAW_MS = 10_000;

/** Draws whole pages: nothing is deferred, so readers without JavaScript get everything. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Cache-Control', 'no-store');
  headers.set('Vary', 'Cookie, Accept-Language');
  const { matches, loaderData } = remix.staticHandlerContext;
  const language = languageOfRoot(loaderData['root']);
  const early = nameWordsEarly(
    context.pageWords,
    matches.map(({ route }) => route.id),
    language,
  );
  if (early !== '') headers.set('Link', early);
  return new Promise((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={context.nonce}>
        <SaidFaultsContext.Provider value={collectFaults(language)}>
          <RemixServer context={remix} url={request.url} nonce={context.nonce} />
        </SaidFaultsContext.Provider>
      </NonceContext.Provider>,
      {
        nonce: context.nonce,
        onAllReady() {
          const body = dropGaps();
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }));
          pipe(body);
        },
        onShellError: reject,
        onError() {
          failed = true;
        },
      },
    );
    setTimeout(abort, DRAW_MS).unref();
  });
}

/** Errors of loaders are answered by the error pages; addresses may hold search words and are not printed. */
export function handleError(error: unknown): void {
  const name = error instanceof Error ? error.name : 'unknown';
  process.stderr.write(`${JSON.stringify({ level: 'error', component: 'portal', errorName: name })}\n`);
}
