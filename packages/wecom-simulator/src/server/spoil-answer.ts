import { setTimeout as wait } from 'node:timers/promises';
import type { PlannedFault } from '../corp/fault-plan.ts';
import { dropConnection, hang, type HttpContext } from './http-context.ts';

const DEFAULT_DELAY_MS = 1000;

/**
 * Faults that are alike at every endpoint. Gives the spoilt answer, or undefined when the endpoint goes on:
 * nothing planned, only a delay (waited for here), or a fault that the endpoint makes itself.
 */
export async function spoilAnswer(c: HttpContext, fault: PlannedFault | undefined): Promise<Response | undefined> {
  switch (fault?.kind) {
    case 'delay':
      await wait(fault.delayMs ?? DEFAULT_DELAY_MS);
      return undefined;
    case 'hang':
      await hang(c);
      return dropConnection(c);
    case 'drop':
      return dropConnection(c);
    case 'http_500':
      return c.text('<html><body>500 Internal Server Error</body></html>', 500, { 'content-type': 'text/html' });
    case 'garbled':
      return c.body('{"errcode":0,"errmsg":"ok","chatdata":[{"seq":1,"msgid":"', 200, {
        'content-type': 'application/json; charset=UTF-8',
      });
    default:
      return undefined;
  }
}
