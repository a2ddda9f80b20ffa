import type { CopyMaker } from '@highwater/domain';

/** Raised when the same bytes would come out differently, so that copies of before are made again. */
export const COPIES_VERSION = 2;

/** A file to make copies of. */
export type CopySource = Parameters<CopyMaker['make']>[0];
