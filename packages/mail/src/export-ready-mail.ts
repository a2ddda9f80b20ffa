import { createI18n } from '@highwater/i18n';
import type { Language, UnixMs } from '@highwater/domain';
import type { MailContent } from './mail-content.ts';
import { oneLine } from './one-line.ts';
import { renderMail } from './render-mail.ts';

export interface ExportReadyMail {
  readonly language: Language;
  readonly companyName: string;
  /** IANA zone of the times in it. */
  readonly timeZone: string;
  readonly counts: { readonly messages: number; readonly conversations: number; readonly mediaMissing: number };
  /** Of the package. */
  readonly bytes: number;
  readonly link: string;
  readonly expiresAt: UnixMs;
}

/** Tells the person who asked for an export that it is ready. */
export function exportReadyMail(given: ExportReadyMail): MailContent {
  const { t, formatDateTime, formatCount, formatBytes } = createI18n(given.language);
  const { counts } = given;
  const company = oneLine(given.companyName);
  const body = counts.mediaMissing > 0 ? 'mail.exportReady.bodyMissing' : 'mail.exportReady.body';
  return renderMail({
    language: given.language,
    subject: t('mail.exportReady.subject', { company }),
    title: t('mail.exportReady.title'),
    blocks: [
      { kind: 'paragraph', text: t(body, { company }) },
      {
        kind: 'rows',
        rows: [
          { label: t('mail.messages'), value: formatCount(counts.messages) },
          { label: t('mail.conversations'), value: formatCount(counts.conversations) },
          {
            label: t('mail.mediaMissing'),
            value: formatCount(counts.mediaMissing),
            attention: counts.mediaMissing > 0,
          },
          { label: t('mail.size'), value: formatBytes(given.bytes) },
        ],
      },
      { kind: 'action', label: t('mail.exportReady.action'), link: given.link, hint: t('mail.linkHint') },
      { kind: 'note', text: t('mail.signIn') },
      {
        kind: 'note',
        text: t('mail.expires', { time: formatDateTime(given.expiresAt, given.timeZone), zone: given.timeZone }),
      },
      { kind: 'note', text: t('mail.noContent') },
    ],
    footer: t('mail.footer'),
  });
}
