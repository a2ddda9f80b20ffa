import type { ConnectionOptions } from 'node:tls';
import { FaultError } from '@highwater/domain';
import type { Mailer } from '@highwater/domain';
import { createTransport } from 'nodemailer';

export interface SmtpConfig {
  /** Address of the sender. */
  readonly from: string;
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte, STARTTLS required before anything is sent, or none. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly login?: { readonly user: string; readonly password: string } | undefined;
  /** For servers with a certificate authority of their own. */
  readonly tls?: ConnectionOptions;
}

const SENDER_NAME = 'Highwater';

/**
 * Sends through one mail server over a small pool of connections. What the server or the way to it refuses is
 * `mail.refused`; the answer, which may name addresses, is only the cause.
 */
export function createSmtpMailer(config: SmtpConfig): Mailer & { close(): void } {
  const { from, host, port, security, login, tls } = config;
  const transport = createTransport({
    pool: true,
    maxConnections: 2,
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(login === undefined ? {} : { auth: { user: login.user, pass: login.password } }),
    ...(tls === undefined ? {} : { tls }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text, html, messageId }) {
      try {
        await transport.sendMail({
          from: { name: SENDER_NAME, address: from },
          // As an object: an address with a comma in it stays one address.
          to: { name: '', address: to },
          subject,
          text,
          html,
          messageId: messageId.includes('@') ? messageId : `<${messageId}@${from.split('@').at(-1)}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        const status = responseCode(error);
        throw new FaultError('mail.refused', { cause: error, ...(status === undefined ? {} : { detail: { status } }) });
      }
    },
    close: () => transport.close(),
  };
}

function responseCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('responseCode' in error)) return undefined;
  return typeof error.responseCode === 'number' ? error.responseCode : undefined;
}
