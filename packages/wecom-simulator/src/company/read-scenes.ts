/** Where a scene is played: one customer and one employee, two employees, or a room. */
export const PLACES = ['pair', 'staff', 'shops', 'overseas', 'sales', 'everyone'] as const;
export type PlaceName = (typeof PLACES)[number];
export type SceneLanguage = 'zh' | 'en';

export const ACTS = [
  'text',
  'image',
  'face',
  'voice',
  'video',
  'file',
  'link',
  'location',
  'weapp',
  'quote',
  'recall',
  'agree',
  'call',
  'markdown',
  'todo',
  'meeting',
  'calendar',
  'mixed',
  'record',
  'doc',
] as const;
export type Act = (typeof ACTS)[number];

/** One message of a scene: S, T, U are employees, C, D, E customers, R the robot. */
export interface Step {
  readonly speaker: string;
  readonly act: Act;
  /** Parts between bars; for a text the one text. */
  readonly parts: readonly string[];
}

export interface Scene {
  readonly name: string;
  readonly place: PlaceName;
  readonly language: SceneLanguage;
  /** Roles that a certain person plays. */
  readonly cast: ReadonlyMap<string, string>;
  readonly steps: readonly Step[];
}

const HEAD = /^= ([a-z0-9-]+) \| (\w+)(?: (zh|en))?((?: [A-Z]=[\w.]+)*)$/;
const LINE = /^([A-Z])(?:: (.+)| #(\w+)(?: (.+))?)$/;

/**
 * Scenes from text. `= name | place [language] [role=userid]` begins one; a line is `ROLE: text` or
 * `ROLE #act part | part`. `\n` stands for a line break, `{name}` for a value that is drawn once per playing.
 */
export function readScenes(text: string): readonly Scene[] {
  const scenes: Scene[] = [];
  let steps: Step[] = [];
  for (const line of text.split('\n').filter((candidate) => candidate.trim() !== '')) {
    const head = HEAD.exec(line);
    if (head) {
      const [, name = '', place = '', language, cast = ''] = head;
      steps = [];
      scenes.push({
        name,
        place: known(PLACES, place),
        language: readLanguage(language, place),
        cast: readCast(cast),
        steps,
      });
      continue;
    }
    const [, speaker, said, act, rest = ''] = LINE.exec(line) ?? [];
    if (speaker === undefined) throw new SyntaxError(`not a line of a scene: ${line}`);
    const source = (said ?? rest).replaceAll('\\n', '\n');
    const split = act !== undefined && act !== 'markdown' && act !== 'quote';
    steps.push({ speaker, act: known(ACTS, act ?? 'text'), parts: split ? source.split(' | ') : [source] });
  }
  return scenes;
}

function readLanguage(language: string | undefined, place: string): SceneLanguage {
  return language === 'en' || place === 'overseas' ? 'en' : 'zh';
}

function readCast(cast: string): ReadonlyMap<string, string> {
  return new Map(
    cast
      .split(' ')
      .filter(Boolean)
      .map((entry): [string, string] => [entry.slice(0, 1), entry.slice(2)]),
  );
}

function known<Word extends string>(words: readonly Word[], word: string): Word {
  const found = words.find((candidate) => candidate === word);
  if (found === undefined) throw new SyntaxError(`unknown word in a scene: ${word}`);
  return found;
}
