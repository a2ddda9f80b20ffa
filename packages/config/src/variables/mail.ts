import { z } from 'zod';
import type { ConfigProblem } from '../config-error.ts';
import { absolutePath, optionalText, port } from '../value-schemas.ts';
import { variable, type Values } from '../variable.ts';

export const mailVariables = {
  HIGHWATER_MAIL: variable(
    z.enum(['mailbox', 'smtp'], 'is neither mailbox nor smtp').default('smtp'),
    'How mail leaves: smtp, or mailbox (kept as files, development only).',
    'smtp',
  ),
  HIGHWATER_MAIL_FROM: variable(z.email('is not a mail address'), 'Sender of every mail.', 'archive@example.com'),
  HIGHWATER_MAILBOX_FOLDER: variable(
    absolutePath.optional(),
    'Folder of the mails, with mailbox.',
    '/var/lib/highwater/mailbox',
  ),
  HIGHWATER_SMTP_HOST: variable(optionalText, 'Host of the mail server, with smtp.', 'smtp.example.com'),
  HIGHWATER_SMTP_PORT: variable(port.default(465), 'Port of the mail server.', '465'),
  HIGHWATER_SMTP_SECURITY: variable(
    z.enum(['tls', 'starttls', 'none'], 'is none of tls, starttls, none').default('tls'),
    'tls (from the first byte), starttls (required before anything is sent) or none (loopback only).',
    'tls',
  ),
  HIGHWATER_SMTP_USER: variable(
    optionalText,
    'Name at the mail server; leave out where it asks for none.',
    'archive@example.com',
  ),
  HIGHWATER_SMTP_PASSWORD: variable(optionalText, 'Password at the mail server.', 'a-long-random-word'),
};

export type MailConfig =
  | { readonly kind: 'mailbox'; readonly from: string; readonly folder: string }
  | {
      readonly kind: 'smtp';
      readonly from: string;
      readonly host: string;
      readonly port: number;
      readonly security: 'tls' | 'starttls' | 'none';
      readonly login: { readonly user: string; readonly password: string } | undefined;
    };

type MailValues = Values<typeof mailVariables>;

export function mailRule(values: Partial<MailValues>): readonly ConfigProblem[] {
  const variable = values.HIGHWATER_MAIL === 'mailbox' ? 'HIGHWATER_MAILBOX_FOLDER' : 'HIGHWATER_SMTP_HOST';
  if (!(variable in values) || values[variable] !== undefined) return [];
  const fix = `HIGHWATER_MAIL=${values.HIGHWATER_MAIL ?? 'smtp'} needs it. For example: ${variable}=${mailVariables[variable].example}`;
  return [{ variable, problem: 'is not set', fix }];
}

export function mailConfig(values: MailValues): MailConfig {
  const from = values.HIGHWATER_MAIL_FROM;
  if (values.HIGHWATER_MAIL === 'mailbox')
    return { kind: 'mailbox', from, folder: values.HIGHWATER_MAILBOX_FOLDER ?? '' };
  const user = values.HIGHWATER_SMTP_USER;
  return {
    kind: 'smtp',
    from,
    host: values.HIGHWATER_SMTP_HOST ?? '',
    port: values.HIGHWATER_SMTP_PORT,
    security: values.HIGHWATER_SMTP_SECURITY,
    login: user === undefined ? undefined : { user, password: values.HIGHWATER_SMTP_PASSWORD ?? '' },
  };
}
