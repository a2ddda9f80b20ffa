import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { morningMail } from './morning-mail.ts';
import { createSmtpMailer } from './smtp-mailer.ts';
import type { SmtpConfig } from './smtp-mailer.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

interface Received {
  readonly raw: Buffer;
  readonly to: string[];
  readonly secure: boolean;
}

async function startServer(options: SMTPServerOptions = {}): Promise<{ port: number; received: Received[] }> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    onData(stream, session, done) {
      const blocks: Buffer[] = [];
      stream.on('data', (block: Buffer) => blocks.push(block));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ raw: Buffer.concat(blocks), to, secure: session.secure });
        done();
      });
    },
    ...options,
  });
  // A client that hangs up is part of what is tested.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  return { port: (server.server.address() as AddressInfo).port, received };
}

function connect(port: number, config: Partial<SmtpConfig> = {}) {
  const basics = { from: 'archive@highwater.example', host: '127.0.0.1', port, security: 'none' } as const;
  const mailer = createSmtpMailer({ ...basics, ...config });
  closers.push(() => mailer.close());
  return mailer;
}

const content = morningMail({
  language: 'zh-CN',
  companyName: '青禾果业',
  day: Date.UTC(2026, 10, 21),
  timeZone: 'Asia/Shanghai',
  counts: { messages: 12, conversations: 3, mediaMissing: 0, sealed: 0, findingsOpen: 0 },
  checkpoints: [],
  link: 'https://archive.example/open?token=abc',
  expiresAt: Date.UTC(2026, 10, 29),
});
const mail = { ...content, to: 'wang@qinghe.example', messageId: 'export-1' };

describe('the SMTP mailer', () => {
  it('delivers a Chinese mail unchanged, in both of its forms', async () => {
    const { port, received } = await startServer();
    await connect(port).send(mail);
    const parsed = await PostalMime.parse(received[0]?.raw ?? '');
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.text?.trimEnd()).toBe(mail.text.trimEnd());
    expect(parsed.html?.trimEnd()).toBe(mail.html.trimEnd());
    expect(parsed.from).toEqual({ name: 'Highwater', address: 'archive@highwater.example' });
    expect(parsed.messageId).toBe('<export-1@highwater.example>');
    expect(received[0]?.to).toEqual(['wang@qinghe.example']);
  });

  it('sends many mails over its pool', async () => {
    const { port, received } = await startServer();
    const mailer = connect(port);
    await Promise.all(Array.from({ length: 20 }, (_, at) => mailer.send({ ...mail, messageId: `m${at}` })));
    expect(received).toHaveLength(20);
  });

  it('says a refusal without naming addresses', async () => {
    const { port } = await startServer({
      onRcptTo: ({ address }, _session, done) =>
        done(Object.assign(new Error(`no such mailbox ${address}`), { responseCode: 550 })),
    });
    const error: unknown = await connect(port)
      .send(mail)
      .catch((refused: unknown) => refused);
    expect(error).toMatchObject({ fault: 'mail.refused', message: 'mail.refused', detail: { status: 550 } });
    expect(JSON.stringify(error)).not.toContain('@');
  });

  it('does not take one address for two, nor a line end for a header', async () => {
    const { port, received } = await startServer();
    const sent = connect(port).send({ ...mail, to: 'a@x.example,b@y.example', subject: 'a\r\nBcc: c@z.example' });
    await sent.catch(() => undefined);
    for (const { to, raw } of received) {
      expect(to).not.toContain('b@y.example');
      expect(String(raw)).not.toMatch(/^Bcc:/im);
    }
  });

  it('sends nothing in clear when the server has no TLS to offer', async () => {
    const { port, received } = await startServer({ hideSTARTTLS: true });
    const sent = connect(port, { security: 'starttls' }).send(mail);
    await expect(sent).rejects.toMatchObject({ fault: 'mail.refused' });
    expect(received).toEqual([]);
  });

  it('does not trust a certificate that nobody vouches for, unless told', async () => {
    const { port, received } = await startServer({ secure: true });
    const strict = connect(port, { security: 'tls' }).send(mail);
    await expect(strict).rejects.toMatchObject({ fault: 'mail.refused' });
    await connect(port, { security: 'tls', tls: { rejectUnauthorized: false } }).send(mail);
    expect(received.map(({ secure }) => secure)).toEqual([true]);
  });

  it('signs in when it has a login, and says when that is refused', async () => {
    const { port, received } = await startServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) =>
        username === 'archive' && password === 'right' ? done(null, { user: username }) : done(new Error('wrong')),
    });
    await connect(port, { login: { user: 'archive', password: 'right' } }).send(mail);
    expect(received).toHaveLength(1);
    const wrong = connect(port, { login: { user: 'archive', password: 'wrong-secret' } }).send(mail);
    await expect(wrong).rejects.toMatchObject({ fault: 'mail.refused', detail: { status: 535 } });
  });

  it('says when no server answers', async () => {
    await expect(connect(1).send(mail)).rejects.toMatchObject({ fault: 'mail.refused' });
  });
});
