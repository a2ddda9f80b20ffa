import { expect, test } from 'vitest';
import { createPool } from './create-pool.ts';
import { sslOf } from './ssl-of.ts';

const login = { host: '127.0.0.1', port: 1, database: 'highwater', user: 'hw_app', password: 'x' };

test('a server that is to be reached encrypted is reached so, and its certificate is verified', async () => {
  expect(sslOf({ ...login, tls: true })).toEqual({ rejectUnauthorized: true });
  const pool = createPool({ ...login, tls: true }, { max: 1 });
  expect(pool.options.ssl).toEqual({ rejectUnauthorized: true });
  await pool.end();
});

test('without the setting nothing is encrypted, as on a Unix socket', () => {
  expect(sslOf(login)).toBe(false);
});
