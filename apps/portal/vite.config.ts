import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { fewFiles } from './bundle/few-files.ts';
import { pageWords } from './bundle/page-words.ts';

export default defineConfig({
  plugins: [
    tailwindcss(),
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
        v3_routeConfig: true,
      },
    }),
    fewFiles(),
    pageWords(),
  ],
  // Workspaces are TypeScript source, some of it .tsx, which Node cannot run: they are part of the bundle.
  ssr: { noExternal: [/^@highwater\//] },
  // A route's module waits for its words: browsers since 2021 (Chrome 89, Firefox 89, Safari 15) can.
  build: { target: 'es2022', sourcemap: false, reportCompressedSize: true },
});
