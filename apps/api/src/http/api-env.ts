import type { HttpBindings } from '@hono/node-server';
import type { RequestIdEnv } from './give-request-id.ts';
import type { AddressEnv } from './find-address.ts';
import type { ActorEnv } from './find-actor.ts';
import type { RouteEnv } from './log-requests.ts';

/** What the middlewares add, each by its own type. Without a socket (tests) there are no bindings. */
export type ApiEnv = { Bindings: Partial<HttpBindings> } & RequestIdEnv & RouteEnv & AddressEnv & ActorEnv;
