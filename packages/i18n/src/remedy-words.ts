import type { Fault, FaultDetail } from '@highwater/domain';
import { findRemedy, type RemedyEffect } from './find-remedy.ts';
import type { I18n } from './make-i18n.ts';

/** A time whose messages WeCom no longer has, as shown to the reader. */
export interface LostTime {
  readonly from: string;
  readonly until: string;
}

/** What waits for the cure is with WeCom, which keeps it for five days. */
const WITH_WECOM: ReadonlySet<RemedyEffect> = new Set(['waiting', 'doubtful']);

export interface RemedyWords {
  /** Where it is cured: pages of WeCom's console, of ours, or who. Empty when there is nothing to do. */
  readonly places: readonly string[];
  /** What it means for completeness; null for faults that no finding holds. */
  readonly means: string | null;
}

/** `lost` when WeCom has dropped a part of what waits for the cure. Apart from I18n: few pages say it, and it is much. */
export function remedyWords(
  { t }: Pick<I18n, 't'>,
  fault: Fault,
  detail?: FaultDetail,
  lost: LostTime | null = null,
): RemedyWords {
  const found = findRemedy(fault, detail);
  if (found === undefined) return { places: [], means: null };
  return {
    places: found.places.map((place) => t(`remedies.place.${place}`)),
    means:
      lost !== null && WITH_WECOM.has(found.effect)
        ? t('remedies.effect.late', { ...lost })
        : t(`remedies.effect.${found.effect}`),
  };
}
