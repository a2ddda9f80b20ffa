import type { Language } from '@highwater/domain';
import type { Actor } from '../actor/actor.ts';
import type { ApiDeps } from '../api-deps.ts';

/** What a verb knows besides its input. */
export interface VerbContext {
  readonly deps: ApiDeps;
  readonly actor: Actor;
  readonly requestId: string;
  /** The visitor's, as the portal or the socket says. */
  readonly address: string | null;
  /** Of the answer's sentences: what the request accepts. */
  readonly language: Language;
  readonly idempotencyKey: string | null;
  /** For conditional and range requests. */
  readonly headers: Headers;
  /** Aborted when the asker is gone. */
  readonly signal: AbortSignal;
}

/** Parts of a request before they are parsed; `body` is undefined when there is none. */
export interface RawInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

export type Verb<Value> = (ctx: VerbContext, raw: RawInput) => Promise<Value>;
