import { registerHooks } from 'node:module';

const CLOSED = new Set([
  'net',
  'tls',
  'http',
  'https',
  'http2',
  'dgram',
  'dns',
  'dns/promises',
  'inspector',
  'inspector/promises',
  'worker_threads',
  'cluster',
  'vm',
  'repl',
  'wasi',
  'sqlite',
]);
const CLOSED_GLOBALS = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'Worker'];

/**
 * From here on no module of this process gets at the network or makes threads by the ordinary ways. A second line
 * behind the kernel's: bytes that take over a decoder may find other ways.
 */
export function closeDoors(): void {
  const refuse = (name: string) => {
    if (CLOSED.has(name.replace(/^node:/, ''))) throw new Error('closed here');
  };
  registerHooks({
    resolve(specifier, context, next) {
      refuse(specifier);
      return next(specifier, context);
    },
  });
  const { getBuiltinModule } = process;
  process.getBuiltinModule = ((name: string) => {
    refuse(name);
    return getBuiltinModule(name);
  }) as typeof process.getBuiltinModule;
  for (const name of CLOSED_GLOBALS) Reflect.deleteProperty(globalThis, name);
}
