import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from '@remix-run/node';
import { LANGUAGES } from '@highwater/domain';
import { createI18n } from '@highwater/i18n';
import { RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { dropGaps } from './drop-gaps.ts';
import { NonceContext } from './nonce-context.ts';
import { languageOfRoot } from './words/language-of-root.ts';
import { nameWordsEarly } from './words/name-words-early.ts';
import { provideI18n } from './words/page-i18n.ts';

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
  const early = wordsOf(remix, context);
  if (early !== '') headers.set('Link', early);
  return new Promise((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={context.nonce}>
        <RemixServer context={remix} url={request.url} nonce={context.nonce} />
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

function wordsOf(
  { staticHandlerContext: { matches, loaderData } }: EntryContext,
  { pageWords }: AppLoadContext,
): string {
  const ids = matches.map(({ route }) => route.id);
  return nameWordsEarly(pageWords, ids, languageOfRoot(loaderData['root']));
}

/** Errors of loaders are answered by the error pages; addresses may hold search words and are not printed. */
export function handleError(error: unknown): void {
  const name = error instanceof Error ? error.name : 'unknown';
  process.stderr.write(`${JSON.stringify({ level: 'error', component: 'portal', errorName: name })}\n`);
}
