import type { MessageKind } from '@highwater/domain';

/** What the archive does with a message, in order. */
export const COVERAGE_STEPS = ['stored', 'parsed', 'drawn', 'searched', 'exported'] as const;
export type CoverageStep = (typeof COVERAGE_STEPS)[number];

/**
 * How many samples of a kind came through a step whole. `searched` counts only samples with words that people wrote, so
 * its `of` may be lower, and zero where a kind has none.
 */
export interface CoverageCell {
  readonly whole: number;
  readonly of: number;
  /** Samples that did not, and what was missing. */
  readonly missing: readonly { readonly sample: string; readonly text: string }[];
}

export type KindCoverage = Readonly<Record<CoverageStep, CoverageCell>> & {
  readonly kind: MessageKind;
  /** The first sample of the kind that came through every step: it shows what the row says. */
  readonly proof: string;
};
