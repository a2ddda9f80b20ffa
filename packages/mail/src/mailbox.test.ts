import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMailboxMailer } from './mailbox-mailer.ts';
import { listMailbox, readMail } from './read-mailbox.ts';

let root: string;
let folders = 0;
const newFolder = () => join(root, String(folders++), 'mailbox');
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'mailbox-'));
});
afterAll(() => rm(root, { recursive: true }));

const mail = { to: 'wang@qinghe.example', subject: '日报', text: '正文', html: '<p>正文</p>', messageId: 'm1' };

describe('the development mailbox', () => {
  it('is empty before the first mail', async () => {
    expect(await listMailbox(newFolder())).toEqual([]);
  });

  it('keeps mails, newest first, and gives each by its id', async () => {
    const dir = newFolder();
    let now = 1000;
    const mailer = createMailboxMailer(dir, { now: () => (now += 1) });
    for (const messageId of ['m1', 'm2', 'm3']) await mailer.send({ ...mail, messageId });
    const listed = await listMailbox(dir);
    expect(listed.map(({ messageId }) => messageId)).toEqual(['m3', 'm2', 'm1']);
    expect(await readMail(dir, listed[0]?.id ?? '')).toEqual({ ...mail, messageId: 'm3', id: listed[0]?.id, at: 1003 });
    expect(await listMailbox(dir, 2)).toHaveLength(2);
  });

  it('keeps a repeated mail once', async () => {
    const dir = newFolder();
    const mailer = createMailboxMailer(dir);
    await Promise.all([mailer.send(mail), mailer.send(mail), mailer.send(mail)]);
    await mailer.send(mail);
    expect(await listMailbox(dir)).toHaveLength(1);
    expect(await readdir(dir)).toHaveLength(1);
  });

  it('passes over what is no mail', async () => {
    const dir = newFolder();
    await createMailboxMailer(dir).send(mail);
    await writeFile(join(dir, `${'0'.repeat(32)}.json`), '{"half":');
    await writeFile(join(dir, `${'1'.repeat(32)}.json`), '{"at":1}');
    await writeFile(join(dir, 'note.txt'), 'x');
    expect(await listMailbox(dir)).toHaveLength(1);
  });

  it.each(['../../etc/passwd', '', 'zz', 'f'.repeat(32)])('has no mail %j', async (id) => {
    await expect(readMail(newFolder(), id)).rejects.toMatchObject({ fault: 'thing.missing' });
  });

  it('refuses when its folder cannot be used', async () => {
    const file = join(root, 'file');
    await writeFile(file, '');
    await expect(createMailboxMailer(join(file, 'mailbox')).send(mail)).rejects.toMatchObject({
      fault: 'mail.refused',
    });
  });
});
