import { createI18n } from '@highwater/i18n';
import type { Language, UnixMs } from '@highwater/domain';
import type { MailContent } from './mail-content.ts';
import { oneLine } from './one-line.ts';
import { renderMail } from './render-mail.ts';

export interface AuditBreakMail {
  readonly language: Language;
  readonly companyName: string;
  /** Things that do not agree, and since when that is known. */
  readonly problems: number;
  readonly since: UnixMs;
  /** IANA zone of the times in it. */
  readonly timeZone: string;
  /** The page that names each line. */
  readonly link: string;
}

/** The mail that tells an owner that the audit log was touched: how much and what to do, and nothing of what stands in it. */
export function auditBreakMail(given: AuditBreakMail): MailContent {
  const { t, formatCount, formatDateTime } = createI18n(given.language);
  const { timeZone: zone } = given;
  const names = { company: oneLine(given.companyName) };
  return renderMail({
    language: given.language,
    subject: t('mail.auditBroken.subject', names),
    title: t('mail.auditBroken.title'),
    blocks: [
      { kind: 'paragraph', text: t('mail.auditBroken.body', names) },
      {
        kind: 'rows',
        rows: [
          { label: t('mail.auditBroken.problems'), value: formatCount(given.problems), attention: true },
          { label: t('mail.auditBroken.since', { zone }), value: formatDateTime(given.since, zone) },
        ],
      },
      { kind: 'paragraph', text: t('mail.auditBroken.next') },
      { kind: 'action', label: t('mail.auditBroken.action'), link: given.link, hint: t('mail.linkHint') },
      { kind: 'note', text: t('mail.signIn') },
      { kind: 'note', text: t('mail.noContent') },
    ],
    footer: t('mail.footer'),
  });
}
