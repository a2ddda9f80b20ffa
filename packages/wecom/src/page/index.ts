export { checkPage } from './check-page.ts';
export { FAULTS_BY_ERRCODE, faultOfErrcode } from './fault-of-errcode.ts';
export { findUnseen } from './find-unseen.ts';
export type { SeqRange } from './find-unseen.ts';
export { readPage } from './read-page.ts';
export type { Envelope, Page } from './read-page.ts';
