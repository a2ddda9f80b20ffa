import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createIdentityPool } from './create-identity-pool.ts';
import { createPool } from './create-pool.ts';

const superuser = inject('superuser');
const executioner = new pg.Client(superuser);

beforeAll(() => executioner.connect());
afterAll(() => executioner.end());

describe.each([
  ['the identity pool', () => createIdentityPool(superuser)],
  ['a pool of the product', () => createPool(superuser, { max: 2 })],
] as const)('%s', (_, create) => {
  test('outlives a connection that is cut while it is held between two statements', async () => {
    const pool = create();
    const held = await pool.connect();
    const { rows } = await held.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const ended = new Promise((resolve) => held.once('end', resolve));
    await executioner.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    await ended;
    await expect(held.query('SELECT 1')).rejects.toThrow();
    held.release(true);
    await expect(pool.query('SELECT 1 AS one')).resolves.toMatchObject({ rows: [{ one: 1 }] });
    await pool.end();
  });
});
