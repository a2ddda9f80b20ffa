import { AsyncLocalStorage } from 'node:async_hooks';
import { IncomingMessage, Server, ServerResponse } from 'node:http';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { findGates, isLookedThrough, type Gate } from './find-gates.ts';
import { GATE_HEADER, HITS_HEADER, WEAKER, type GateMutantKind } from './gate-mutants.ts';

/**
 * Loaded before an API of tests: every gate of its source goes through a switch, and a request can ask for one of them to
 * be opened. Nothing of this is in the product.
 */

interface Asked {
  readonly gate: string | null;
  readonly kind: GateMutantKind | null;
  /** Gates that the request came to. */
  readonly hits: Set<string>;
}

type Let = (...args: readonly unknown[]) => unknown;
interface Through {
  readonly access?: unknown;
}

const requests = new AsyncLocalStorage<Asked>();
const gates = new Map<string, Gate>();
/** Who was let through last, by gate. */
const before = new Map<string, unknown>();

function throughSwitch(id: string, original: Let): Let {
  return (...args) => {
    const asked = requests.getStore();
    asked?.hits.add(id);
    const kind = asked?.gate === id ? asked.kind : null;
    const gate = gates.get(id);
    if (kind === null || gate === undefined) {
      const through = original(...args);
      before.set(id, through);
      return through;
    }
    if (kind === 'weaker') return original(args[0], WEAKER[gate.action ?? ''] ?? 'view', ...args.slice(2));
    if (kind === 'unasked') return original(args[0], args[1], { opens: false });
    if (kind === 'everywhere') return { ...(original(...args) as Through), access: { kind: 'all' } };
    return orElse(
      () => original(...args),
      () => standIn(id, args[0]),
    );
  };
}

function orElse(first: () => unknown, second: () => unknown): unknown {
  try {
    return first();
  } catch {
    return second();
  }
}

/** The asker, let through without the right; or whoever was let through before, where the asker is no member at all. */
function standIn(id: string, context: unknown): unknown {
  const actor = typeof context === 'object' && context !== null && 'actor' in context ? context.actor : undefined;
  const isMember = typeof actor === 'object' && actor !== null && 'rights' in actor;
  return isMember ? { ...actor, kind: 'member', access: { kind: 'all' }, apiKeyId: null } : before.get(id);
}

Object.defineProperty(globalThis, '__gate', { value: throughSwitch });

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const file = url.startsWith('file:') ? fileURLToPath(url) : '';
    if (!isLookedThrough(file) || loaded.source === undefined || loaded.source === null) return loaded;
    const text =
      typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source as Uint8Array).toString('utf8');
    return { ...loaded, source: switched(text, findGates(file, text)) };
  },
});

function switched(text: string, found: readonly Gate[]): string {
  let changed = text;
  for (const gate of found.toReversed()) {
    gates.set(gate.id, gate);
    changed = `${changed.slice(0, gate.start)}globalThis.__gate('${gate.id}', ${gate.gate})${changed.slice(gate.end)}`;
  }
  return changed;
}

const emit = Server.prototype.emit;
Server.prototype.emit = function emitWithin(this: Server, event: string | symbol, ...args: unknown[]): boolean {
  const [request, response] = args;
  if (event !== 'request' || !(request instanceof IncomingMessage) || !(response instanceof ServerResponse)) {
    return Reflect.apply(emit, this, [event, ...args]);
  }
  const [gate, kind] = String(request.headers[GATE_HEADER] ?? '').split(' ');
  const asked: Asked = { gate: gate || null, kind: (kind || null) as GateMutantKind | null, hits: new Set() };
  const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => ServerResponse;
  response.writeHead = (...head: unknown[]) => {
    response.setHeader(HITS_HEADER, [...asked.hits].join(' '));
    return writeHead(...head);
  };
  return requests.run(asked, () => Reflect.apply(emit, this, [event, ...args]));
};
