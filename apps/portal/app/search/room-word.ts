import type { Words } from '../words/words-context.tsx';

/** Characters of an id that tell two rooms apart. */
const SHORT = 6;

/** A room's name, where only its id and name are at hand. */
export function roomWord({ roomId, name }: { roomId: string; name: string | null }, { t }: Pick<Words, 't'>): string {
  return name === null || name === '' ? `${t('reader.room')} …${roomId.slice(-SHORT)}` : name;
}
