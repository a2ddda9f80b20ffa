import { makeI18n } from '@highwater/i18n/make';
import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { provideI18n } from './words/page-i18n.ts';

/** Only the words of the page's language travel to the browser. */
async function loadWords(): Promise<void> {
  if (document.documentElement.lang === 'en') {
    const { words } = await import('@highwater/i18n/words/en');
    provideI18n(makeI18n('en', words));
  } else {
    const { words } = await import('@highwater/i18n/words/zh-CN');
    provideI18n(makeI18n('zh-CN', words));
  }
}

function hydrate(): void {
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    );
  });
}

void loadWords().then(hydrate);
