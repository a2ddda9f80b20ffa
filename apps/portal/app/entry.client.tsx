import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { takeOverWords } from './words/load-words.ts';

// The words are there by now: a route's module is not ready without them (see bundle/page-words.ts).
takeOverWords();
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});
