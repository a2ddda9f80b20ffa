import { createI18n } from '@highwater/i18n';
import type { Language, UnixMs } from '@highwater/domain';
import type { MailContent } from './mail-content.ts';
import { oneLine } from './one-line.ts';
import { renderMail } from './render-mail.ts';

export interface InvitationMail {
  readonly language: Language;
  readonly companyName: string;
  readonly inviterName: string;
  readonly link: string;
  readonly expiresAt: UnixMs;
  /** IANA zone of the times in it. */
  readonly timeZone: string;
}

/** The mail that asks a colleague into a company's archive. */
export function invitationMail(given: InvitationMail): MailContent {
  const { t, formatDateTime } = createI18n(given.language);
  const names = { company: oneLine(given.companyName), inviter: oneLine(given.inviterName) };
  const until = { time: formatDateTime(given.expiresAt, given.timeZone), zone: given.timeZone };
  return renderMail({
    language: given.language,
    subject: t('mail.invitation.subject', names),
    title: t('mail.invitation.title', names),
    blocks: [
      { kind: 'paragraph', text: t('mail.invitation.body', names) },
      { kind: 'action', label: t('mail.invitation.action'), link: given.link, hint: t('mail.linkHint') },
      { kind: 'note', text: t('mail.invitation.signIn') },
      { kind: 'note', text: t('mail.invitation.expires', until) },
      { kind: 'note', text: t('mail.invitation.unknown') },
    ],
    footer: t('mail.footer'),
  });
}
