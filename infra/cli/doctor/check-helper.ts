import { existsSync } from 'node:fs';
import { faultOf, type Fault } from '@highwater/domain';
import { createHelperPool } from '@highwater/wecom/library';
import { failed, notChecked, ok, type Check } from './check.ts';

export interface HelperFacts {
  /** Path of the compiled helper; undefined when it was not compiled. */
  readonly program: string | undefined;
  readonly library: string | undefined;
  readonly pinnedHashes: readonly string[];
  readonly user?: { readonly uid: number; readonly gid: number };
}

const BUILD_IT = 'Run "npm run build:helper"; it needs a C compiler (apt-get install gcc libc6-dev).';

/** An envelope that the vendor's library opened to `{}` (the shortest of the measured vectors). */
const VECTOR = {
  encryptKey: '3lavWA4vKGDamBt4jns6CLyOq5hiD6f0ku47KLZ1NKuiGSIVFWQtBQja9v5MFHcaFwfbsBhU6c8Iu2LHblU3gQ==',
  message:
    'LrcBh7NEazbDbUh0Cec2/gBJnVXF+uBNcb9oCp3+PAP1RfUZ13Tz/qOWHP9TIXWRiPTQiHncbtO/5KGUEJ/R+vXs8P96HoUH+6hj7hxUQ=g',
  plaintext: '{}',
};

const FAILURES: Partial<Record<Fault, readonly [found: string, cure: string]>> = {
  'library.missing': ['the library is not there', 'See the line "library".'],
  'library.refused': ['the library may not be loaded', 'See the lines "hash" and "architecture".'],
  'helper.died': [
    'the helper ended while it started or loaded the library',
    'See the lines "architecture" and "libc"; then compile the helper anew with "npm run build:helper".',
  ],
  'helper.timed_out': [
    'the helper did not answer in time',
    'Look at the load of this machine; then compile the helper anew with "npm run build:helper".',
  ],
  'wecom.arguments': ['the library refused to begin', 'Download the library again; this build behaves as no other.'],
};

/** Whether the helper is compiled, starts, loads the library, and the library opens a known envelope. No network. */
export async function checkHelper({ program, library, pinnedHashes, user }: HelperFacts): Promise<Check> {
  if (program === undefined || !existsSync(program)) return failed('helper', 'the helper is not compiled', BUILD_IT);
  if (library === undefined) return notChecked('helper', 'compiled; there is no library that it could load');
  const pool = createHelperPool({ program, library, pinnedHashes, ...(user === undefined ? {} : { user }) });
  try {
    const lease = await pool.lease({ corpId: 'doctor', archiveSecret: 'none' });
    const { code, bytes } = await lease.decrypt(VECTOR.encryptKey, VECTOR.message);
    lease.end();
    if (code === 0 && Buffer.from(bytes).toString('utf8') === VECTOR.plaintext) {
      return ok('helper', 'starts, loads the library, and opens a known envelope');
    }
    return failed(
      'helper',
      `the library does not open a known envelope (return code ${code})`,
      'Use a build of the library that we know (line "hash"); this one speaks another format.',
    );
  } catch (error) {
    const fault = faultOf(error);
    const [found, cure] = FAILURES[fault] ?? [`the helper fails (${fault})`, BUILD_IT];
    return failed('helper', found, cure);
  } finally {
    await pool.close();
  }
}
