import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context } from 'hono';
import { plainAddress } from '../corp/trusted-ips.ts';

/** What the Node server adds to a request; absent when the app is called without listening. */
export interface HttpBindings {
  readonly incoming?: IncomingMessage;
  readonly outgoing?: ServerResponse;
}
export type HttpEnv = { Bindings: HttpBindings };
export type HttpContext = Context<HttpEnv>;

/** The caller's address; 127.0.0.1 for calls that came by no socket. */
export function callerAddress(c: HttpContext): string {
  return plainAddress(c.env?.incoming?.socket.remoteAddress ?? '127.0.0.1');
}

/** Sets a header whose name keeps its letters on the wire; the Fetch API alone would write it in lower case. */
export function setWireHeader(c: HttpContext, name: string, value: string): void {
  if (c.env?.outgoing) c.env.outgoing.setHeader(name, value);
  else c.header(name, value);
}

/** Ends the connection without an answer; a call that came by no socket gets an empty 502. */
export function dropConnection(c: HttpContext): Response {
  c.env?.outgoing?.socket?.destroy();
  return new Response(null, { status: 502 });
}

/** Ends when the caller has given up: its connection is closed, or its signal aborted where there is no connection. */
export async function hang(c: HttpContext): Promise<void> {
  const given = Promise.withResolvers<void>();
  const { signal } = c.req.raw;
  if (signal.aborted || c.env?.outgoing?.destroyed) return;
  signal.addEventListener('abort', () => given.resolve(), { once: true });
  c.env?.outgoing?.once('close', () => given.resolve());
  await given.promise;
}
