import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

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
  ],
  // Workspaces are TypeScript source, some of it .tsx, which Node cannot run: they are part of the bundle.
  ssr: { noExternal: [/^@highwater\//] },
  build: { sourcemap: false, reportCompressedSize: true },
});
