export {
  acceptConnectionAttempt,
  findConnectionAttempt,
  listExpiredAttempts,
  refuseConnectionAttempt,
  type AttemptToCheck,
} from './connection-attempts.ts';
export { claimCorp, insertConnection, type NewConnection } from './insert-connection.ts';
export {
  bindConnectionKey,
  insertConnectionKey,
  listOpeningKeys,
  type ConnectionKey,
  type KeyOrigin,
} from './connection-keys.ts';
export {
  getOpeningProgress,
  saveConnectionChecks,
  type CheckStep,
  type ConnectionCheck,
  type OpeningProgress,
} from './connection-checks.ts';
export { finishPull, findPullState, listDueConnections, moveCursor, type PullState } from './pull-state.ts';
export { lockOpening } from './lock-opening.ts';
export {
  listConnections,
  type ConnectionCheckRow,
  type ConnectionKeyRow,
  type ConnectionRow,
} from './list-connections.ts';
export { claimPull, notePullStarted, replaceConnectionSecret, savePulling, type Pulling } from './pulling.ts';
