export { startPostgres, type RunningPostgres } from './start-postgres.ts';
export type { SuperuserConfig } from './probe-server.ts';
export { serverAnswers } from './server-answers.ts';
