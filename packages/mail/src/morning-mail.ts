import { createI18n } from '@highwater/i18n';
import type { Language, UnixMs } from '@highwater/domain';
import type { MailContent } from './mail-content.ts';
import { oneLine } from './one-line.ts';
import { renderMail } from './render-mail.ts';

export interface MorningMail {
  readonly language: Language;
  readonly companyName: string;
  /** Any moment of the day that the export is of. */
  readonly day: UnixMs;
  /** IANA zone of the tenant; the day and the times are in it. */
  readonly timeZone: string;
  readonly counts: {
    readonly messages: number;
    readonly conversations: number;
    readonly mediaMissing: number;
    readonly sealed: number;
    readonly findingsOpen: number;
  };
  /** Where each ledger stood, for who may see it: kept in a mailbox, it shows what was changed later. */
  readonly checkpoints: readonly { readonly at: UnixMs; readonly pages: number; readonly head: string }[];
  /** Where the audit log stood, for who may see it. */
  readonly auditCheckpoint?: { readonly at: UnixMs; readonly rows: number; readonly head: string } | null;
  readonly link: string;
  readonly expiresAt: UnixMs;
}

/** The daily mail: numbers of the day and the way to its export. A day without messages is said, not passed over. */
export function morningMail(given: MorningMail): MailContent {
  const { t, formatDay, formatDate, formatDateTime, formatCount } = createI18n(given.language);
  const { counts } = given;
  const company = oneLine(given.companyName);
  const watched = (label: string, count: number) => ({ label, value: formatCount(count), attention: count > 0 });
  return renderMail({
    language: given.language,
    subject: t('mail.morning.subject', { company, date: formatDate(given.day, given.timeZone) }),
    title: t('mail.morning.title', { date: formatDay(given.day, given.timeZone) }),
    blocks: [
      { kind: 'paragraph', text: t(counts.messages === 0 ? 'mail.morning.empty' : 'mail.morning.body', { company }) },
      {
        kind: 'rows',
        rows: [
          { label: t('mail.messages'), value: formatCount(counts.messages), attention: counts.messages === 0 },
          { label: t('mail.conversations'), value: formatCount(counts.conversations) },
          watched(t('mail.mediaMissing'), counts.mediaMissing),
          watched(t('mail.sealed'), counts.sealed),
          watched(t('mail.findings'), counts.findingsOpen),
        ],
      },
      { kind: 'action', label: t('mail.morning.action'), link: given.link, hint: t('mail.linkHint') },
      { kind: 'note', text: t('mail.signIn') },
      {
        kind: 'note',
        text: t('mail.expires', { time: formatDateTime(given.expiresAt, given.timeZone), zone: given.timeZone }),
      },
      ...given.checkpoints.map(({ at, pages, head }) => ({
        kind: 'note' as const,
        text: t('mail.morning.checkpoint', { time: formatDateTime(at, given.timeZone), head: `${pages}:${head}` }),
      })),
      ...[given.auditCheckpoint ?? []].flat().map(({ at, rows, head }) => ({
        kind: 'note' as const,
        text: t('mail.auditCheckpoint', { time: formatDateTime(at, given.timeZone), head: `${rows}:${head}` }),
      })),
      { kind: 'note', text: t('mail.noContent') },
    ],
    footer: t('mail.footer'),
  });
}
