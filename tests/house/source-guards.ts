/** A rule about the text of sources. `finds` gives one line per violation. */
export interface SourceGuard {
  readonly rule: string;
  /** Which files it looks at. */
  readonly looksAt: (path: string) => boolean;
  readonly finds: (text: string) => readonly string[];
  /** Planted violation below tests/house/canaries/source, and the path under which it is shown to the guard. */
  readonly canary: { readonly file: string; readonly as: string; readonly found: number };
}

const CODE = /\.(ts|tsx|mjs|cjs|c|h)$/;
const LONGEST_FILE = 400;

const isTest = (path: string): boolean =>
  /\.test\.tsx?$|\/(testing|fixtures)\//.test(path) || path.startsWith('tests/');
const isData = (path: string): boolean => /(\/fixtures\/|\.generated\.|\.d\.ts$)/.test(path);

/** Lines that hold a match, with their numbers. */
function linesWith(pattern: RegExp): (text: string) => readonly string[] {
  return (text) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`line ${index + 1}: ${line.trim()}`] : []));
}

export const SOURCE_GUARDS: readonly SourceGuard[] = [
  {
    rule: 'no cast silences the compiler',
    looksAt: (path) => CODE.test(path) && !path.startsWith('tests/house/'),
    finds: linesWith(/\bas any\b|\bas unknown as\b|@ts-(ignore|expect-error|nocheck)|\bas never as\b/),
    canary: { file: 'casts.ts', as: 'packages/db/src/casts.ts', found: 3 },
  },
  {
    rule: 'only packages/config reads the environment',
    looksAt: (path) =>
      /^(apps|packages)\//.test(path) && CODE.test(path) && !path.startsWith('packages/config/') && !isTest(path),
    finds: linesWith(/\bprocess\.env\b|\bimport\.meta\.env\b/),
    canary: { file: 'reads-environment.ts', as: 'apps/api/src/reads-environment.ts', found: 1 },
  },
  {
    rule: 'only packages/db writes SQL',
    looksAt: (path) =>
      /^(apps|packages|infra)\//.test(path) &&
      CODE.test(path) &&
      !/^(packages\/(db|testkit)|packages\/jobs\/src\/boss|infra\/postgres)\//.test(path) &&
      !isTest(path),
    finds: linesWith(
      /\bSELECT\b.+\bFROM\b|\bINSERT INTO\b|\bUPDATE [\w."]+ SET\b|\bDELETE FROM\b|\b(CREATE|ALTER|DROP) (TABLE|INDEX|ROLE|DATABASE|SCHEMA)\b/,
    ),
    canary: { file: 'writes-sql.ts', as: 'apps/worker/src/writes-sql.ts', found: 1 },
  },
  {
    rule: 'SQL takes its time from the Clock port',
    looksAt: (path) => path.startsWith('packages/db/') && /\.(ts|sql)$/.test(path) && !isTest(path),
    finds: linesWith(/(?<![.\w])now\(\)|\bCURRENT_(TIMESTAMP|DATE|TIME)\b/i),
    canary: { file: 'asks-database-time.sql', as: 'packages/db/migrations/9999.sql', found: 1 },
  },
  {
    rule: 'no test is skipped, singled out or left for later',
    looksAt: (path) => /\.test\.tsx?$/.test(path),
    finds: linesWith(
      /\b(it|test|describe|suite)(\.\w+)*\.(skip|only|todo|fixme|fails|skipIf|runIf)\b|\bx(it|describe)\(|\bcontext\.skip\(/,
    ),
    canary: { file: 'skips.test.ts', as: 'packages/db/src/skips.test.ts', found: 2 },
  },
  {
    rule: `no file is longer than ${LONGEST_FILE} lines`,
    looksAt: (path) => CODE.test(path) && !isData(path),
    finds: (text) => {
      const lines = text.trimEnd().split('\n').length;
      return lines > LONGEST_FILE ? [`${lines} lines`] : [];
    },
    canary: { file: 'too-long', as: 'packages/db/src/too-long.ts', found: 1 },
  },
  {
    rule: 'no name says nothing',
    looksAt: (path) => /(^|\/)(utils?|helpers?|common|managers?|misc)(\/|\.)/.test(path),
    finds: () => ['names a file or folder by no purpose'],
    canary: { file: 'casts.ts', as: 'packages/db/src/utils/casts.ts', found: 1 },
  },
];
