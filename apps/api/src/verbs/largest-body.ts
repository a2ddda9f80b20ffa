/** Enough for every form but those below: 64 KB. */
const USUAL = 64 * 1024;

/** Lists of thousands of people, and a copy of the log's checkpoints. */
const LONG: readonly string[] = [
  'addGrant',
  'changeGrant',
  'changeMember',
  'compareCheckpoints',
  'createApiKey',
  'createInvitation',
  'previewGrant',
  'requestExport',
  'saveSearch',
  'setGrant',
];

/** Bytes that a request of the operation may have; whatever is larger than 1 MB is not even read. */
export function largestBody(operation: string): number {
  return LONG.includes(operation) ? 1024 * 1024 : USUAL;
}
