import { savePersonLooks } from '@highwater/db';
import { cleanRecord } from './clean-record.ts';
import { listDue, markNoSecret } from './enrich-people.ts';
import type { EnrichTurn, TurnEnd } from './enrich-turn.ts';
import { lookAtEach } from './look-at-each.ts';
import { missedLook, robotLook } from './person-looks.ts';

/** Names and makers of robots, one call each, with the archive's secret. */
export async function enrichRobots(turn: EnrichTurn): Promise<TurnEnd> {
  const secret = await turn.secret('archive');
  if (secret === null) {
    await markNoSecret(turn, 'robot');
    return { hasMore: false, nextRunAt: turn.startedAt };
  }
  const hasMore = await lookAtEach(turn, {
    list: (tx, limit) => listDue(turn, tx, 'robot', limit),
    look: async ({ writtenAs }) => cleanRecord(await turn.deps.contacts.getRobot(secret, writtenAs)),
    save: (tx, looked) =>
      savePersonLooks(
        tx,
        turn.connectionId,
        looked.map((one) =>
          'answer' in one ? robotLook(one.thing, one.answer, one.at) : missedLook(one.thing, one.error.fault, one.at),
        ),
      ),
  });
  return hasMore ? { hasMore } : { hasMore, nextRunAt: turn.startedAt };
}
