import { accessSync, constants, createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { inspectWorker, type WorkerInspection } from '@highwater/config';
import { readLedgerKeys, verifyAuditFile, type AuditFileVerdict, type AuditFindings } from '@highwater/crypto';
import {
  asPlatform,
  closeDatabase,
  createDatabase,
  listOperatorTenants,
  verifyAudit,
  type AuditVerdict,
  type Database,
} from '@highwater/db';
import { Sentence } from '../processes/sentence.ts';

export const VERIFY_AUDIT_USAGE =
  'Usage: npm run highwater -- verify-audit [--tenant ID] | --file AUDIT.jsonl [--against CHECKPOINTS] [--key PUBLIC.pem]';

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
 * `highwater verify-audit`: compares audit logs with their chains and signed checkpoints, with the worker's environment;
 * with --file a log that was downloaded, without any service. Answers the exit code: 0 everything agrees, 1 something does
 * not, 2 it could not be looked at.
 */
export async function verifyAudits(
  args: readonly string[],
  print: (line: string) => void,
  settings?: Pick<WorkerInspection, 'database' | 'platformPassword' | 'appPassword' | 'ledgerPublicKeys'>,
  now: number = Date.now(),
): Promise<0 | 1 | 2> {
  let database: Database | undefined;
  try {
    const { tenant, file, against, key } = readArguments(args);
    if (file !== undefined) return await verifyFile({ file, against, key }, print);
    const { database: target, platformPassword, appPassword, ledgerPublicKeys } = settings ?? inspectWorker();
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
    if (tenants.length === 0)
      throw new Sentence(tenant === undefined ? 'There are no tenants.' : 'There is no such tenant.');
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

function readArguments(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ args: [...args], options: { tenant: text, file: text, against: text, key: text } });
    const isMixed = values.tenant !== undefined && values.file !== undefined;
    const isLoose = values.file === undefined && (values.against !== undefined || values.key !== undefined);
    if (isMixed || isLoose) throw new Sentence(VERIFY_AUDIT_USAGE);
    return values;
  } catch {
    throw new Sentence(VERIFY_AUDIT_USAGE);
  }
}

async function verifyFile(
  given: { readonly file: string; readonly against: string | undefined; readonly key: string | undefined },
  print: (line: string) => void,
): Promise<0 | 1 | 2> {
  const trusted = given.key === undefined ? undefined : readLedgerKeys(readText(given.key));
  if (trusted?.length === 0) throw new Sentence('The file after --key holds no public key.');
  const against =
    given.against === undefined
      ? []
      : readText(given.against)
          .split('\n')
          .filter((line) => line !== '');
  // Looked at before it is streamed, so that a file that is not there is told from one that does not agree.
  accessFile(given.file);
  const lines = createInterface({ input: createReadStream(given.file), crlfDelay: Infinity });
  const verdict = await verifyAuditFile(lines, { ...(trusted === undefined ? {} : { trusted }), against });
  for (const line of describeFile(verdict, { hasKey: trusted !== undefined, compared: against.length })) print(line);
  return isProven(verdict) ? 0 : 1;
}

function isProven({ problemCount, oddLines, isWhole, tenantId }: AuditFileVerdict): boolean {
  return tenantId !== null && problemCount === 0 && oddLines.length === 0 && isWhole;
}

function describeFile(
  verdict: AuditFileVerdict,
  { hasKey, compared }: { readonly hasKey: boolean; readonly compared: number },
): readonly string[] {
  const { tenantId, start, shown, oddLines, isWhole } = verdict;
  if (tenantId === null) return ['NOT PROVEN: this is no audit file.'];
  const from = (start?.position ?? 0) + 1;
  return [
    ...describe(tenantId, verdict, isProven(verdict)),
    `  entries ${from} to ${verdict.end.position}, ${shown} of them with what they say, the rest as links`,
    ...oddLines.map((line) => `  line ${line} is not a line of such a file`),
    ...(isWhole ? [] : ['  the file is cut off, or its closing line does not fit what it holds']),
    ...(from > 1 ? [`  what came before entry ${from} only a checkpoint proves`] : []),
    hasKey
      ? '  signatures by the key that was given'
      : '  signatures by the keys that the file brings along: compare them with --key',
    compared === 0
      ? '  Not compared with checkpoints that were kept elsewhere: --against shows what was cut off at the end.'
      : `  compared with ${compared} ${compared === 1 ? 'checkpoint' : 'checkpoints'} that ${compared === 1 ? 'was' : 'were'} kept elsewhere`,
  ];
}

function readText(path: string): string {
  accessFile(path);
  return readFileSync(path, 'utf8');
}

function accessFile(path: string): void {
  try {
    accessSync(path, constants.R_OK);
  } catch {
    throw new Sentence('A file could not be read.');
  }
}

function describe(tenantId: string, verdict: AuditFindings, isProven = verdict.problemCount === 0): readonly string[] {
  const { rows, chainedTo, checkpoint, problems, problemCount, end } = verdict;
  const chained =
    chainedTo === null
      ? 'nothing is linked yet'
      : `${rows} ${rows === 1 ? 'row' : 'rows'}, chained to ${timeOf(chainedTo)}`;
  const signed =
    checkpoint === null
      ? 'no checkpoint'
      : `signed up to row ${checkpoint.rows} at ${timeOf(checkpoint.at)} (key ${checkpoint.key})`;
  if (isProven) return [`${tenantId}  PROVEN: ${chained}, ${signed}, head ${end.hash}`];
  const rest = problemCount - problems.length;
  const why =
    problemCount === 0
      ? 'what is there agrees, and not all is there'
      : `${problemCount} ${problemCount === 1 ? 'thing does' : 'things do'} not agree`;
  return [
    `${tenantId}  NOT PROVEN: ${why}; ${chained}, ${signed}`,
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
