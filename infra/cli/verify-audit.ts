import { parseArgs } from 'node:util';
import { inspectWorker, type WorkerInspection } from '@highwater/config';
import { readLedgerKeys } from '@highwater/crypto';
import {
  asPlatform,
  closeDatabase,
  createDatabase,
  listOperatorTenants,
  verifyAudit,
  type AuditVerdict,
  type Database,
} from '@highwater/db';
import type { TenantId } from '@highwater/domain';
import { Sentence } from '../processes/sentence.ts';

export const VERIFY_AUDIT_USAGE = 'Usage: npm run highwater -- verify-audit [--tenant ID]';

/** What each kind of problem means. */
const WORDS: Readonly<Record<AuditVerdict['problems'][number]['kind'], string>> = {
  row_changed: 'the row was changed after it was linked',
  row_missing: 'the row is gone',
  row_unlinked: 'the row was never linked',
  link_missing: 'links are gone from here on',
  link_broken: 'the link does not follow the one before it: links were reordered, put in or written anew',
  cut_off: 'a signed checkpoint knows rows from here on that are gone',
  history_differs: 'a signed checkpoint knows another history up to here',
  checkpoint_bad: 'a checkpoint is not signed by a known key, or was changed or moved',
};

/**
 * `highwater verify-audit`: compares audit logs with their chains and signed checkpoints, with the worker's environment.
 * Answers the exit code: 0 everything agrees, 1 something does not, 2 it could not be looked at.
 */
export async function verifyAudits(
  args: readonly string[],
  print: (line: string) => void,
  settings: Pick<
    WorkerInspection,
    'database' | 'platformPassword' | 'appPassword' | 'ledgerPublicKeys'
  > = inspectWorker(),
  now: number = Date.now(),
): Promise<0 | 1 | 2> {
  let database: Database | undefined;
  try {
    const tenant = readArguments(args);
    const { database: target, platformPassword, appPassword, ledgerPublicKeys } = settings;
    if (
      target === undefined ||
      platformPassword === undefined ||
      appPassword === undefined ||
      ledgerPublicKeys === undefined
    )
      throw new Sentence(
        'The worker’s settings of the database or the ledger’s public keys are missing or wrong: run doctor.',
      );
    const keys = readLedgerKeys(ledgerPublicKeys);
    const opened = createDatabase(target, { app: appPassword, platform: platformPassword, search: '' }, { max: 1 });
    database = opened;
    const all = (await asPlatform(opened, 'operator console', listOperatorTenants)).map(({ tenantId }) => tenantId);
    const tenants = all.filter((tenantId) => tenant === undefined || tenantId === tenant);
    if (tenants.length === 0) throw new Sentence('There is no such tenant.');
    let wrong = 0;
    for (const tenantId of tenants) {
      const verdict = await verifyAudit(opened, tenantId, { keys, now });
      for (const line of describe(tenantId, verdict)) print(line);
      if (verdict.problemCount > 0) wrong += 1;
    }
    return wrong === 0 ? 0 : 1;
  } catch (error) {
    print(
      error instanceof Sentence ? error.message : 'The audit log could not be looked at: the database did not answer.',
    );
    return 2;
  } finally {
    if (database !== undefined) await closeDatabase(database);
  }
}

function readArguments(args: readonly string[]): string | undefined {
  try {
    return parseArgs({ args: [...args], options: { tenant: { type: 'string' } } }).values.tenant;
  } catch {
    throw new Sentence(VERIFY_AUDIT_USAGE);
  }
}

function describe(tenantId: TenantId, verdict: AuditVerdict): readonly string[] {
  const { rows, chainedTo, checkpoint, problems, problemCount, end } = verdict;
  const chained =
    chainedTo === null
      ? 'nothing is linked yet'
      : `${rows} ${rows === 1 ? 'row' : 'rows'}, chained to ${timeOf(chainedTo)}`;
  const signed =
    checkpoint === null
      ? 'no checkpoint'
      : `signed up to row ${checkpoint.rows} at ${timeOf(checkpoint.at)} (key ${checkpoint.key})`;
  if (problemCount === 0) return [`${tenantId}  PROVEN: ${chained}, ${signed}, head ${end.hash}`];
  const rest = problemCount - problems.length;
  return [
    `${tenantId}  NOT PROVEN: ${problemCount} ${problemCount === 1 ? 'thing does' : 'things do'} not agree; ${chained}, ${signed}`,
    ...problems.map(({ kind, position, auditId, at }) => {
      const place = [
        position === null ? undefined : `position ${position}`,
        auditId === null ? undefined : `row ${auditId}`,
        at === null ? undefined : timeOf(at),
      ];
      return `  ${place.filter((each) => each !== undefined).join(', ')}: ${WORDS[kind]}`;
    }),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ];
}

function timeOf(at: number): string {
  return new Date(at).toISOString();
}
