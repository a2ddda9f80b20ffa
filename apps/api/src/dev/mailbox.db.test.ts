import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMailboxMailer, listMailbox, readMail } from '@highwater/mail';
import { expect, inject, it, onTestFinished } from 'vitest';
import { createApp } from '../create-app.ts';
import { openBrowser } from '../testing/browser.ts';
import { startApi } from '../testing/start-api.ts';

it('shows kept mails in development and does not exist in production', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'highwater-mailbox-'));
  const mailbox = { list: () => listMailbox(folder), read: (mailId: string) => readMail(folder, mailId) };
  const api = await startApi(inject('superuser'), { mailbox });
  onTestFinished(async () => {
    await api.stop();
    await rm(folder, { recursive: true });
  });
  const mail = {
    to: 'mei@example.com',
    subject: '邀请',
    text: 'https://…',
    html: '<p>…</p>',
    messageId: 'invitation-1',
  };
  await createMailboxMailer(folder).send(mail);
  const browser = openBrowser(api.app);
  const { body } = await browser.ask<{ items: { id: string; to: string }[] }>('GET', '/v1/dev/mailbox');
  expect(body.items).toMatchObject([{ to: 'mei@example.com', subject: '邀请' }]);
  const id = body.items[0]?.id ?? '';
  expect((await browser.ask('GET', `/v1/dev/mailbox/${id}`)).body).toMatchObject({ id, text: 'https://…' });
  expect(await browser.faultOf('GET', '/v1/dev/mailbox/..%2Fkeys')).toBe('thing.missing');

  const production = openBrowser(createApp({ ...api.deps, mode: 'production' }));
  expect(await production.faultOf('GET', '/v1/dev/mailbox')).toBe('thing.missing');
  expect(await production.faultOf('GET', `/v1/dev/mailbox/${id}`)).toBe('thing.missing');
});
