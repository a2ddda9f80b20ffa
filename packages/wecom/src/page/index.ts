export { FAULTS_BY_ERRCODE, faultOfErrcode } from './fault-of-errcode.ts';
export { findDisorder } from './find-disorder.ts';
export type { Disorder } from './find-disorder.ts';
export { findUnseen } from './find-unseen.ts';
export type { SeqRange } from './find-unseen.ts';
export { readPage } from './read-page.ts';
export type { Envelope, Page } from './read-page.ts';
