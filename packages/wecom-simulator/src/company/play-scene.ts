import type { UnixMs } from '@highwater/domain';
import type { MediaTicket } from '../corp/corp.ts';
import type { Recipe } from '../media/render-recipe.ts';
import { castScene } from './cast-scene.ts';
import { composeBody, type SaidLine } from './compose-body.ts';
import { drawValues, fillText } from './draw-values.ts';
import type { Company } from './people.ts';
import type { Random } from './random.ts';
import type { Scene } from './read-scenes.ts';

/** What playing needs from outside. */
export interface Stage {
  readonly company: Company;
  readonly random: Random;
  readonly addMedia: (recipe: Recipe) => MediaTicket;
  /** Texts said instead of the scenes' own, in turn. */
  readonly nextText?: () => string;
}

export interface ScenePlay {
  readonly length: number;
  /** The next message as plaintext JSON, said at `at`; undefined when the scene is over. */
  next(at: UnixMs): string | undefined;
}

/** Casts a scene and gives its messages one by one. */
export function playScene(scene: Scene, stage: Stage): ScenePlay {
  const { random } = stage;
  const cast = castScene(scene, stage.company, random);
  const values = drawValues(scene.language, cast, random);
  const external = cast.audience.some((person) => person.kind === 'customer');
  const said: SaidLine[] = [];
  let at = 0;

  return {
    length: scene.steps.length,
    next(time) {
      const step = scene.steps[at];
      if (!step) return undefined;
      at += 1;
      const speaker = cast.roles.get(step.speaker);
      if (!speaker) throw new SyntaxError(`nobody plays ${step.speaker} in ${scene.name}`);
      const msgid = `${random.bits64()}_${time}${external ? '_external' : ''}`;
      const ownText = step.parts.map((text) => fillText(text, values));
      const composed = composeBody({
        act: step.act,
        parts: step.act === 'text' && stage.nextText ? [stage.nextText()] : ownText,
        speaker,
        language: scene.language,
        at: time,
        said,
        random,
        addMedia: stage.addMedia,
      });
      said.push({ msgid, speaker, text: composed.shown, at: time });
      return JSON.stringify({
        msgid,
        action: composed.action ?? 'send',
        from: speaker.id,
        tolist: cast.audience.filter((person) => person !== speaker).map((person) => person.id),
        roomid: cast.room?.id ?? '',
        msgtime: time,
        msgtype: composed.msgtype,
        ...composed.body,
      });
    },
  };
}
