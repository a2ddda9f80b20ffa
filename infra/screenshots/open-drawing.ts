import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../processes/run-command.ts';

interface ViteServer {
  ssrLoadModule(path: string): Promise<Readonly<Record<string, unknown>>>;
  close(): Promise<void>;
}
interface Bundle {
  readonly output: readonly { readonly type: string; readonly code?: string }[];
}
interface Vite {
  createServer(config: object): Promise<ViteServer>;
  build(config: object): Promise<Bundle | readonly Bundle[]>;
}

/** The parts of the portal's own tools that draw components outside of a page. */
export interface Drawing {
  /** Exports of a source file of this repository, JSX and workspaces included. */
  load(path: string): Promise<Readonly<Record<string, unknown>>>;
  /** The portal's stylesheet with everything that its components and the drawn messages use. */
  readStylesheet(): Promise<string>;
  /** A source file with all that it imports as one script for a browser. */
  bundle(path: string): Promise<string>;
  close(): Promise<void>;
}

/** Opens the bundler of the portal, which alone reads JSX; it serves nothing. */
export async function openDrawing(): Promise<Drawing> {
  // By address: they are the portal's dependencies, and nothing imports an app.
  const find = createRequire(join(ROOT, 'apps/portal/package.json'));
  const vite = (await import(pathToFileURL(find.resolve('vite')).href)) as Vite;
  const tailwind = (await import(pathToFileURL(find.resolve('@tailwindcss/vite')).href)) as { default: () => unknown };
  const server = await vite.createServer({
    root: ROOT,
    configFile: false,
    envFile: false,
    logLevel: 'error',
    appType: 'custom',
    cacheDir: join(ROOT, 'node_modules/.cache/drawing'),
    plugins: [tailwind.default()],
    server: { middlewareMode: true, ws: false, watch: null, hmr: false },
    optimizeDeps: { noDiscovery: true, include: [] },
    ssr: { noExternal: [/^@highwater\//] },
    esbuild: { jsx: 'automatic' },
  });
  return {
    load: (path) => server.ssrLoadModule(join(ROOT, path)),
    async readStylesheet() {
      const { default: css } = await server.ssrLoadModule(join(ROOT, 'apps/portal/app/styles/tokens.css?inline'));
      if (typeof css !== 'string') throw new Error('The stylesheet is not a text.');
      return css;
    },
    async bundle(path) {
      const built = await vite.build({
        root: ROOT,
        configFile: false,
        envFile: false,
        logLevel: 'error',
        esbuild: { jsx: 'automatic' },
        build: {
          write: false,
          minify: false,
          modulePreload: false,
          rollupOptions: { input: join(ROOT, path), output: { inlineDynamicImports: true } },
        },
      });
      const [first] = Array.isArray(built) ? (built as readonly Bundle[]) : [built as Bundle];
      const code = first?.output.find(({ type }) => type === 'chunk')?.code;
      if (code === undefined) throw new Error('The bundle is empty.');
      return code;
    },
    close: () => server.close(),
  };
}
