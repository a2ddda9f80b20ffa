import { expect, test } from 'vitest';
import { network } from './network.ts';

test.each(['192.0.2.7', '10.0.0.0/8', '10.1.2.3/8', '2001:db8::/32', '::1', ' 192.0.2.0/24 '])(
  'takes the network %s',
  (text) => {
    expect(network.safeParse(text).success).toBe(true);
  },
);

test.each([
  '',
  '192.0.2',
  '0.0.0.0/0',
  '::/0',
  '10.0.0.0/33',
  '10.0.0.0/8/8',
  '10.0.0.0/08',
  'fe80::1%eth0',
  '::ffff:10.0.0.1',
  'localhost',
])('refuses %j', (text) => {
  expect(network.safeParse(text).success).toBe(false);
});
