import { createTestDatabase } from '@highwater/testkit';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { QUEUES } from '../queues.ts';
import { installQueues } from './install-queues.ts';

let own: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
});
afterAll(() => own.drop());

test('a queue of another policy is made anew, and the others keep what waits in them', async () => {
  const login = own.login('hw_migrator');
  const boss = new PgBoss({ ...login, schema: 'pgboss', supervise: false, schedule: false });
  await boss.start();
  await boss.deleteQueue('fetch-media');
  await boss.createQueue('fetch-media', { policy: 'exclusive' });
  await boss.send('fetch-media', { old: true });
  await boss.send('open-page', { kept: true });
  await installQueues(login);
  expect((await boss.getQueue('fetch-media'))?.policy).toBe(QUEUES['fetch-media'].policy);
  expect(await boss.fetch('fetch-media')).toEqual([]);
  expect(await boss.fetch('open-page')).toMatchObject([{ data: { kept: true } }]);
  await boss.stop({ graceful: false });
});
