import type { Row } from '../cell.ts';
import { accountRows } from './account-rows.ts';
import { auditRows } from './audit-rows.ts';
import { connectionRows } from './connection-rows.ts';
import { coverageRows } from './coverage-rows.ts';
import { dialogRows } from './dialog-rows.ts';
import { doorRows } from './door-rows.ts';
import { handOverRows } from './hand-over-rows.ts';
import { indexRows } from './index-rows.ts';
import { keyRows } from './key-rows.ts';
import { memberRows } from './member-rows.ts';
import { openRows } from './open-rows.ts';
import { operatorDoorRows } from './operator-door-rows.ts';
import { personRows } from './person-rows.ts';
import { programRows } from './program-rows.ts';
import { readingRows } from './reading-rows.ts';
import { rightsRows } from './rights-rows.ts';
import { searchRows } from './search-rows.ts';
import { securityRows } from './security-rows.ts';
import { singleSignOnRows } from './single-sign-on-rows.ts';
import { supportRows } from './support-rows.ts';
import { triggerRows } from './trigger-rows.ts';

/** The isolation matrix: what each operation gives to whom. A new operation gets its rows here, or the suite fails. */
export const ROWS: readonly Row[] = [
  ...openRows,
  ...connectionRows,
  ...keyRows,
  ...triggerRows,
  ...readingRows,
  ...dialogRows,
  ...personRows,
  ...coverageRows,
  ...searchRows,
  ...indexRows,
  ...handOverRows,
  ...memberRows,
  ...programRows,
  ...auditRows,
  ...supportRows,
  ...doorRows,
  ...securityRows,
  ...accountRows,
  ...rightsRows,
  ...singleSignOnRows,
  // The console's people leave last: support hangs on them.
  ...operatorDoorRows,
];
