import type { Mail, UnixMs } from '@highwater/domain';

/** A mail in the development mailbox. */
export interface KeptMail extends Mail {
  /** 32 hex characters. */
  readonly id: string;
  readonly at: UnixMs;
}

/** The mail in a file of the mailbox; undefined when it is something else. */
export function parseKeptMail(text: string): KeptMail | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isKeptMail(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isKeptMail(value: unknown): value is KeptMail {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Partial<Record<keyof KeptMail, unknown>> = value;
  const texts = [fields.id, fields.to, fields.subject, fields.text, fields.html, fields.messageId];
  return typeof fields.at === 'number' && texts.every((text) => typeof text === 'string');
}
