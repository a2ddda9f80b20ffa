import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wait, waitUntil } from '../../../infra/processes/wait.ts';
import { asSuperuser } from '../fault-stage.ts';
import type { FaultWorld } from '../fault-world.ts';
import { killDatabase } from '../victims.ts';
import type { Planted } from './plant-secrets.ts';

/** Has PostgreSQL say more than it does by itself: statements that fail, and what happens around them. */
export async function loosenDatabaseLog(world: FaultWorld): Promise<void> {
  await asSuperuser(world, async (client) => {
    for (const setting of [
      "log_min_error_statement = 'error'",
      "log_min_messages = 'debug1'",
      "log_connections = 'on'",
    ])
      await client.query(`ALTER SYSTEM SET ${setting}`);
    await client.query('SELECT pg_reload_conf()');
  });
}

/** Rows that are refused once: PostgreSQL would like to write each of them into its log. */
const REFUSED = [
  'hw.messages',
  'hw.envelopes',
  'hw.media',
  'hw.pages',
  'hw.connection_keys',
  'hw.findings',
  'hw.export_links',
  'hw.invitations',
  'hw.callback_paths',
  'identity.session',
];

/** Everything that goes wrong with secrets in hand: kills in calls, rows refused, mails refused, answers garbled, bad input. */
export async function provokeErrors(world: FaultWorld, planted: Planted): Promise<void> {
  const { owner, connectionId, corpId } = planted;
  const { dataDir, urls } = world.context;
  const ofConnection = `/v1/connections/${connectionId}`;
  const secret = (what: string): string => planted.secrets.find((one) => one.what === what)?.value ?? '';
  const talk = (): Promise<Response> =>
    fetch(`${urls.simulator}/console/api/corps/${corpId}/messages`, {
      method: 'POST',
      body: JSON.stringify({
        messages: [
          {
            msgid: `again ${performance.now()}`,
            action: 'send',
            from: 'wangqiang',
            tolist: ['lina'],
            roomid: '',
            msgtime: world.clock.now(),
            msgtype: 'text',
            text: { content: secret('Chinese text of a message') },
          },
        ],
      }),
    });
  const pull = async (): Promise<void> => {
    world.clock.advance(10_000);
    await talk();
    await owner.send('POST', `${ofConnection}/pull`);
  };

  await asSuperuser(world, async (client) => {
    for (const table of REFUSED)
      await client.query(`ALTER TABLE ${table} ADD CONSTRAINT refused CHECK (false) NOT VALID`);
    await pull();
    await owner.send('POST', `${ofConnection}/callback`, {});
    await owner.send('POST', '/auth/sign-in/email', {
      email: 'owner@secrets.highwater.example',
      password: secret('password'),
    });
    const guest = { email: 'other@secrets.example', role: 'admin', employees: [], language: 'en' };
    await owner.send('POST', '/v1/invitations', guest);
    await owner.send('POST', `${ofConnection}/keys`, {});
    await wait(1500);
    for (const table of REFUSED) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT refused`);
  });

  // The mailbox is no folder for a while: every mail is refused.
  const mailbox = join(dataDir, 'mailbox');
  renameSync(mailbox, `${mailbox}.away`);
  writeFileSync(mailbox, '');
  await owner.send('POST', '/v1/invitations', {
    email: 'third@secrets.example',
    role: 'admin',
    employees: [],
    language: 'en',
  });
  await waitUntil(async () => hasFailed(world, 'send-invitation-mail'), 10_000);
  renameSync(mailbox, `${mailbox}.file`);
  renameSync(`${mailbox}.away`, mailbox);

  for (const fault of [
    { kind: 'garbled' },
    { kind: 'errcode', errcode: 60020 },
    { kind: 'drop' },
    { kind: 'http_500' },
  ]) {
    const body = JSON.stringify({ on: 'chat', times: 1, ...fault });
    await fetch(`${urls.simulator}/console/api/corps/${corpId}/faults`, { method: 'POST', body });
    await pull();
    await wait(300);
  }
  await owner.send('PUT', `${ofConnection}/secret`, { archiveSecret: secret('archive secret that WeCom refuses') });
  await owner.send('POST', '/v1/exports', { words: secret('text of a message'), kinds: ['no such kind'] });
  await owner.send('GET', `/v1/links/${secret('token of a mailed link')}`);
  await owner.send('POST', `/callbacks/wecom/${secret('callback path')}?msg_signature=x&timestamp=1&nonce=2`, {});

  for (const place of ['pull.page_inserted', 'open.inserted', 'media.shard']) {
    await world.worker.kill();
    await world.queue.letTimePass();
    world.worker.launch(place);
    await pull();
    await world.worker.ends(2000);
  }
  await world.worker.kill();
  await world.worker.start();
  await pull();
  await killDatabase(world);
  await loosenDatabaseLog(world);
  // A worker that aborts would write a core where the system keeps them.
  if (world.worker.pid !== undefined) process.kill(world.worker.pid, 'SIGABRT');
  await world.worker.ends(5000);
  await world.worker.start();
  await pull();
  await wait(500);
}

async function hasFailed(world: FaultWorld, queue: string): Promise<boolean> {
  return asSuperuser(world, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pgboss.job WHERE name = $1 AND output IS NOT NULL', [queue]);
    return (rowCount ?? 0) > 0;
  });
}
