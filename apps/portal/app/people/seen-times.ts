import type { Words } from '../words/words-context.tsx';

export interface SeenTimes {
  readonly seenFrom: number;
  readonly seenUntil: number;
  readonly endedBy: number | null;
}

/** "Seen between … and …, found changed …". */
export function seenWords({ seenFrom, seenUntil, endedBy }: SeenTimes, { t, when }: Words): string {
  const seen =
    when(seenFrom) === when(seenUntil)
      ? t('people.seenOnce', { at: when(seenFrom) })
      : t('people.seenBetween', { from: when(seenFrom), until: when(seenUntil) });
  return endedBy === null ? seen : [seen, t('people.endedBy', { at: when(endedBy) })].join(' · ');
}
