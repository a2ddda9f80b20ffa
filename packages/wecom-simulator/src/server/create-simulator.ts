import { Hono } from 'hono';
import { createAccessTokens } from '../corp/access-token.ts';
import { CallCounters } from '../corp/call-counter.ts';
import { openCorps, type Corps, type CorpsOptions } from '../corp/corps.ts';
import { createConsole } from '../console/create-console.ts';
import { answerChatData } from './answer-chat-data.ts';
import { answerMediaData } from './answer-media-data.ts';
import { answerToken } from './answer-token.ts';
import { createContactRoutes } from './contacts/create-contact-routes.ts';
import type { HttpEnv } from './http-context.ts';

export interface Simulator {
  /** Not listening: `app.request(path)` answers in process, as if from 127.0.0.1. */
  readonly app: Hono<HttpEnv>;
  readonly corps: Corps;
  /** Calls for people and rooms by the caller's address, of all corps together. */
  readonly addresses: CallCounters;
  /** Closes the journals. */
  close(): void;
}

/** A stand-in for WeCom: token, archive, media and people endpoints, and a console at /console. */
export function createSimulator(options: CorpsOptions): Simulator {
  const corps = openCorps(options);
  const tokens = createAccessTokens(corps);
  const now = (): number => options.clock.now();
  const addresses = new CallCounters();
  const app = new Hono<HttpEnv>();
  app.get('/cgi-bin/gettoken', (c) => answerToken(c, corps, tokens, now));
  app.post('/cgi-bin/message/getchatdata', (c) => answerChatData(c, tokens, now));
  app.post('/cgi-bin/message/getchatmediadata', (c) => answerMediaData(c, tokens, now));
  app.route('/cgi-bin', createContactRoutes({ tokens, addresses, now }));
  app.route('/console', createConsole(corps));
  app.get('/', (c) => c.redirect('/console'));
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  return { app, corps, addresses, close: () => corps.close() };
}
