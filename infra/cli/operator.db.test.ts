import { hashToken } from '@highwater/crypto';
import { createIdentityPool, findEnrolment } from '@highwater/db';
import { createTestDatabase, type TestDatabase } from '@highwater/testkit';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { manageOperators, OPERATOR_USAGE } from './operator.ts';

const NOW = Date.UTC(2026, 10, 22);
const INVITE = ['invite', '--name', '运营小林', '--email', 'Lin@ops.example'];

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
});
afterAll(() => own.drop());

async function run(args: readonly string[], operatorUrl: string | undefined = 'https://operator.example.com') {
  const { host, port, database, password } = own.login('hw_migrator');
  const lines: string[] = [];
  const passwords = { migrator: password, app: '', platform: '', search: '', identity: '' };
  const settings = () => ({ database: { host, port, database, tls: false }, passwords, operatorUrl });
  const code = await manageOperators(args, (line) => lines.push(line), settings, NOW);
  return { code, lines };
}

it('prints a link whose token enrols that operator for thirty minutes, and stands after the #', async () => {
  const { code, lines } = await run(INVITE);
  expect(code).toBe(0);
  const token = /^https:\/\/operator\.example\.com\/operator\/enrol#([\w-]{32})$/.exec(lines[1] ?? '')?.[1] ?? '';
  const pool = createIdentityPool(own.login('hw_identity'));
  const hash = hashToken(token);
  expect(await findEnrolment(pool, hash, NOW + 29 * 60_000)).toMatchObject({
    name: '运营小林',
    email: 'lin@ops.example',
  });
  expect(await findEnrolment(pool, hash, NOW + 30 * 60_000)).toBeUndefined();
  await pool.end();
});

it('removes an operator, and says when there is none', async () => {
  await run(INVITE);
  expect((await run(['remove', '--email', 'lin@ops.example'])).code).toBe(0);
  expect(await run(['remove', '--email', 'nobody@ops.example'])).toEqual({
    code: 1,
    lines: ['There is no such operator.'],
  });
});

it.each([[[]], [['invite']], [['invite', '--email', 'a@b']], [['make', '--name', 'a', '--email', 'a@b']], [['--x']]])(
  'explains itself to %j',
  async (args) => {
    expect(await run(args)).toEqual({ code: 2, lines: [OPERATOR_USAGE] });
  },
);
