import { setImmediate } from 'node:timers/promises';
import {
  advanceRepair,
  correctFinding,
  countMessagesToParse,
  countRepair,
  countUnknown,
  findRepair,
  finishRepair,
  inTenant,
  listMessagesToParse,
  lockOpening,
  markParser,
  resolveFindings,
  updateMessages,
  type MessageToParse,
  type RepairState,
  type TenantTx,
} from '@highwater/db';
import type { ConnectionId, RepairId, TenantId } from '@highwater/domain';
import { PARSER_VERSION, parseMessage } from '@highwater/wecom';
import type { OpenPageDeps } from '../open/open-page.ts';
import { isOtherwise, rederiveMessage, type ParseMessage } from './rederive-message.ts';
import { saveReparsed, type Reparsed } from './save-reparsed.ts';
import { startTurn } from './start-turn.ts';

/** Messages in memory at once. */
const BATCH = 200;
/** Messages derived before other jobs of the process get their turn: about 10 ms. */
const PER_TURN = 50;

/**
 * Makes the rows of a run's messages anew from their kept plaintexts, with today's parser. Ids and numbers stay.
 *
 * Harmless to repeat and to kill: what a message becomes is a function of its plaintext, a batch and the run's place are
 * one transaction, and a killed run goes on behind the last batch. Under the lock of opening, so that nothing is added to
 * a conversation while it is counted again. A message whose text does not open keeps its rows and is not tried again.
 */
export async function reparseMessages(
  deps: OpenPageDeps,
  tenantId: TenantId,
  runId: RepairId,
  options: { readonly signal?: AbortSignal; readonly parse?: ParseMessage; readonly batch?: number } = {},
): Promise<void> {
  const { parse = parseMessage, batch = BATCH } = options;
  const turn = startTurn(deps, { tenantId, runId }, 'reparse-messages', options.signal);
  const keys = await deps.messageKeys(tenantId);
  for (;;) {
    const next = await inTenant(deps.database, tenantId, (tx) => look(tx));
    if (next === undefined || next.messages.length === 0) return;
    if (await turn.isOver()) return;
    const { connectionId } = next.run;
    const parsed: Reparsed[] = [];
    const kept: MessageToParse[] = [];
    for (const [at, stored] of next.messages.entries()) {
      if (at % PER_TURN === PER_TURN - 1) await setImmediate();
      const rows = rederiveMessage(keys, connectionId, stored, parse, deps.log);
      if (rows === null) kept.push({ ...stored, parserVersion: PARSER_VERSION });
      else parsed.push({ stored, rows });
    }
    await inTenant(deps.database, tenantId, async (tx) => {
      await lockOpening(tx, connectionId);
      const last = next.messages.at(-1)?.messageId;
      const step = {
        ...(last === undefined ? {} : { afterMessage: last }),
        done: next.messages.length,
        changed: parsed.filter(({ stored, rows }) => isOtherwise(stored, rows)).length,
        now: deps.clock.now(),
      };
      if (!(await advanceRepair(tx, runId, next.run, step))) return;
      await saveReparsed(deps, tx, keys, { tenantId, connectionId }, parsed, deps.clock.now());
      await updateMessages(tx, kept);
    });
  }

  async function look(
    tx: TenantTx,
  ): Promise<{ readonly run: RepairState; readonly messages: readonly MessageToParse[] } | undefined> {
    const run = await findRepair(tx, runId);
    if (run === undefined || run.among === null) return undefined;
    const now = deps.clock.now();
    const scope = { among: run.among, parserVersion: PARSER_VERSION };
    if (run.total === null) await countRepair(tx, runId, await countMessagesToParse(tx, run.connectionId, scope), now);
    const page = { after: run.afterMessage, limit: batch };
    const messages = await listMessagesToParse(tx, run.connectionId, scope, page);
    if (messages.length === 0) {
      await finishRepair(tx, runId, now);
      await markParser(tx, run.connectionId, PARSER_VERSION);
      await reportUnknown(tx, run.connectionId, now);
    }
    return { run, messages };
  }
}

/** The tenant's finding of unknown messages says how many are left, and closes with the last. */
async function reportUnknown(tx: TenantTx, connectionId: ConnectionId, now: number): Promise<void> {
  const subject = `connection:${connectionId}`;
  const count = await countUnknown(tx, connectionId);
  if (count === 0) await resolveFindings(tx, ['message.unknown'], subject, now);
  else await correctFinding(tx, { fault: 'message.unknown', subject, detail: { count } });
}
