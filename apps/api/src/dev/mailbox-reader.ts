import type { KeptMail } from '@highwater/mail';

/** Reads the development mailbox; production has none. */
export interface MailboxReader {
  /** Newest first. */
  list(): Promise<readonly KeptMail[]>;
  /** Throws `thing.missing`. */
  read(mailId: string): Promise<KeptMail>;
}
