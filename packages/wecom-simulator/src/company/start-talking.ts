import type { Corp } from '../corp/corp.ts';
import { companyOf } from './generate-history.ts';
import { playScene, type ScenePlay, type Stage } from './play-scene.ts';
import { createRandom } from './random.ts';
import { SCENES } from './scenes/index.ts';

export interface Talk {
  stop(): void;
}

const DIALOGS_AT_ONCE = 3;

/** Says one line each time it is called, out of a few dialogs that go on side by side. */
export function createTalker(corp: Corp): () => void {
  const random = createRandom(`talk|${corp.corpId}|${corp.lastSeq}`);
  const stage: Stage = { company: companyOf(corp), random, addMedia: (recipe) => corp.addMedia(recipe) };
  const plays: ScenePlay[] = [];
  return () => {
    if (corp.publicKeys.length === 0 || corp.archiveState === 'not_opened') return;
    if (plays.length < DIALOGS_AT_ONCE) plays.push(playScene(random.pick(SCENES), stage));
    const play = random.pick(plays);
    const plaintext = play.next(corp.clock.now());
    if (plaintext === undefined) plays.splice(plays.indexOf(play), 1);
    else corp.archive([Buffer.from(plaintext)]);
  };
}

/** Lets the corp's people write one line every `everyMs` while the corp is set to talking. */
export function startTalking(corp: Corp, options: { readonly everyMs: number }): Talk {
  const talk = createTalker(corp);
  const timer = setInterval(() => corp.talking && talk(), options.everyMs);
  return { stop: () => clearInterval(timer) };
}
