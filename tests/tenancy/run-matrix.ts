import { randomUUID } from 'node:crypto';
import { ACTORS, ACTOR_WORDS, type ActorName } from './actors.ts';
import type { Prepared, Row } from './cell.ts';
import { findLeaks, judge, readAnswer } from './judge.ts';
import type { ProtectedValue } from './protected-values.ts';
import type { Answer, Ask, Session } from './session.ts';
import type { World } from './world.ts';

export interface MatrixFigures {
  /** Answers judged: one for each row and actor, and the rightful one of each row. */
  readonly cells: number;
  /** Refusals compared with that of a thing which does not exist. */
  readonly compared: number;
  /** Bytes in which every protected value was looked for. */
  readonly bytes: number;
  readonly problems: readonly string[];
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Asks every row as every actor, in the order of `shuffle`, and last as its rightful asker: so nothing was changed by others. */
export async function runMatrix(
  world: World,
  rows: readonly Row[],
  values: readonly ProtectedValue[],
  shuffle: <Item>(items: readonly Item[]) => readonly Item[],
): Promise<MatrixFigures> {
  const figures = { cells: 0, compared: 0, bytes: 0 };
  const problems: string[] = [];

  async function askAsActor(row: Row, actor: ActorName, prepared: Prepared): Promise<void> {
    const place = `${row.operation}, ${row.about}, asked by ${ACTOR_WORDS[actor]}`;
    const ask = row.ask(world, prepared);
    const session = world.actors[actor];
    const answer = await session.ask(ask);
    const said = await readAnswer(answer);
    const expected = row.expect(world, actor);
    const found = judge(answer.status, said, expected);
    if (row.development !== true) found.push(...findLeaks(said, actor, values, expected.allows));
    if (answer.status >= 400 && row.tellsApart !== true && (await tellsApart(session, ask, answer, figures))) {
      found.push('tells a thing of company A from one that does not exist');
    }
    figures.cells += 1;
    figures.bytes += said.byteLength;
    problems.push(...found.map((problem) => `${place}: ${problem}`));
  }

  for (const row of rows) {
    const prepared = (await row.prepare?.(world)) ?? {};
    await Promise.all(shuffle(ACTORS).map((actor) => askAsActor(row, actor, prepared)));
    const { actor = 'owner', ...expected } = row.rightful(world, prepared);
    const asked = (await row.askRightly?.(world, prepared)) ?? row.ask(world, prepared);
    const answer = await world.actors[actor].ask(asked);
    const found = judge(answer.status, await readAnswer(answer), expected);
    // There is none so far. One that comes has to end when its right does: see under-way.
    if (/^content-type: text\/event-stream/m.test(answer.headers)) found.push('is a stream that nobody tries to cut');
    figures.cells += 1;
    problems.push(...found.map((problem) => `${row.operation}, ${row.about}, asked rightly: ${problem}`));
  }
  return { ...figures, problems };
}

/** Whether the refusal differs from the one for an id that nobody has. */
async function tellsApart(session: Session, ask: Ask, answer: Answer, figures: { compared: number }): Promise<boolean> {
  const path = ask.path.replaceAll(ID, () => randomUUID());
  if (path === ask.path) return false;
  figures.compared += 1;
  const unknown = await session.ask({ ...ask, path });
  return unknown.status !== answer.status || bodyOf(unknown) !== bodyOf(answer);
}

function bodyOf({ bytes }: Answer): string {
  return bytes.toString('utf8').replace(/"requestId":"[^"]*"/, '');
}
