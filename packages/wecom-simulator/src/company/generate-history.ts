import { setImmediate as breathe } from 'node:timers/promises';
import type { UnixMs } from '@highwater/domain';
import type { Corp } from '../corp/corp.ts';
import { createCompany, withFormer } from './people.ts';
import { playScene, type ScenePlay, type Stage } from './play-scene.ts';
import { createRandom } from './random.ts';
import { SCENES } from './scenes/index.ts';
import { spreadTimes } from './spread-times.ts';

export interface HistoryOptions {
  readonly corp: Corp;
  /** How many; exactly so many are archived. */
  readonly messages: number;
  /** Message times lie between these; the messages reach the archive now, so that five days count from now. */
  readonly from: UnixMs;
  readonly until: UnixMs;
  /** Same seed, same talk. By default another one each time. */
  readonly seed?: string;
  /** Texts said in turn instead of the company's own. */
  readonly texts?: readonly string[];
}

export interface History {
  /** In order; empty while the corp has no public key. */
  readonly seqs: readonly bigint[];
}

const BATCH = 2000;

/** The company of a corp: the same people and rooms whenever it talks. */
export function companyOf(corp: Corp): ReturnType<typeof createCompany> {
  return createCompany(createRandom(`company|${corp.corpId}`));
}

/** Lets the company talk over a stretch of time, in order of time. Archives nothing while the corp has no public key. */
export async function generateHistory(options: HistoryOptions): Promise<History> {
  const { corp, messages, texts } = options;
  const random = createRandom(options.seed ?? `${corp.corpId}|${corp.lastSeq}`);
  let line = 0;
  const stage: Stage = {
    company: companyOf(corp),
    random,
    addMedia: (recipe) => corp.addMedia(recipe),
    ...(texts?.length ? { nextText: () => texts[line++ % texts.length] ?? '' } : {}),
  };
  const seqs: bigint[] = [];
  let batch: Buffer[] = [];
  for (const plaintext of playInOrder(stage, options)) {
    batch.push(Buffer.from(plaintext));
    if (batch.length < BATCH && seqs.length + batch.length < messages) continue;
    const given = corp.archive(batch);
    if (given.length === 0) break;
    for (const seq of given) seqs.push(seq);
    batch = [];
    await breathe();
  }
  return { seqs };
}

function* playInOrder(stage: Stage, options: HistoryOptions): Generator<string> {
  let rest = options.messages;
  const planned = [];
  while (rest > 0) {
    const scene = stage.random.pick(SCENES);
    const steps = Math.min(rest, scene.steps.length);
    planned.push({ scene, steps });
    rest -= steps;
  }
  const turns = spreadTimes(
    planned.map(({ steps }) => steps),
    options,
    stage.random,
  );
  const plays = new Map<number, ScenePlay>();
  const earlier = { ...stage, company: withFormer(stage.company) };
  const leftAt = options.from + (options.until - options.from) / 3;
  for (const { index, at } of turns) {
    const plan = planned[index];
    if (!plan) continue;
    const play = plays.get(index) ?? playScene(plan.scene, at < leftAt ? earlier : stage);
    plays.set(index, play);
    const plaintext = play.next(at);
    plan.steps -= 1;
    if (plan.steps === 0) plays.delete(index);
    if (plaintext !== undefined) yield plaintext;
  }
}
