import { inviteOperator } from '@highwater/db';
import type { OperatorId } from '@highwater/domain';
import { expect } from 'vitest';
import { openBrowser, type Ask, type Browser } from './browser.ts';
import { OPERATOR_DOOR, OPERATOR_PORTAL, type TestApi } from './start-api.ts';

export interface OperatorBrowser extends Browser {
  readonly operatorId: OperatorId;
}

/** One of the operator's people, signed in at the console. */
export async function makeOperator(api: TestApi, name = '运营小林'): Promise<OperatorBrowser> {
  const email = `operator-${crypto.randomUUID().slice(0, 8)}@ops.example`;
  const migrator = api.database.login('hw_migrator');
  const now = api.clock.now();
  const operatorId = await inviteOperator(migrator, { name, email, tokenHash: null, expiresAt: now, now });
  const browser = openConsole(api, { name, email });
  const body = { email, word: OPERATOR_DOOR };
  expect((await browser.ask('POST', '/operator-auth/development-door', { body })).status).toBe(200);
  return { ...browser, operatorId };
}

/** A browser on the console's host: its pages, so its origin. */
export function openConsole(api: TestApi, person: { name: string; email: string }): Browser {
  const browser = openBrowser(api.app, { ...person, password: '' });
  const there = (ask: Ask = {}): Ask => ({ ...ask, headers: { origin: OPERATOR_PORTAL, ...ask.headers } });
  return {
    ...browser,
    ask: (method, path, ask) => browser.ask(method, path, there(ask)),
    faultOf: (method, path, ask) => browser.faultOf(method, path, there(ask)),
  };
}

/** Headers under which an operator reads a company. */
export function supporting(requestId: string): { headers: Readonly<Record<string, string>> } {
  return { headers: { 'highwater-support': requestId } };
}
