import { createI18n } from '@highwater/i18n';
import type { Language, SupportLook, SupportScope, UnixMs } from '@highwater/domain';
import type { MailContent } from './mail-content.ts';
import { oneLine } from './one-line.ts';
import { renderMail } from './render-mail.ts';

interface SupportMail {
  readonly language: Language;
  readonly companyName: string;
  readonly operatorName: string;
  /** The page where owners decide and look things up. */
  readonly link: string;
}

export interface SupportAskedMail extends SupportMail {
  readonly reason: string;
  readonly scopes: readonly SupportScope[];
  readonly hours: number;
}

/** The mail that tells an owner that somebody asks to look at the company. */
export function supportAskedMail(given: SupportAskedMail): MailContent {
  const { t } = createI18n(given.language);
  const names = { company: oneLine(given.companyName), operator: oneLine(given.operatorName) };
  const scopes = given.scopes.map((scope) => t(`support.scope.${scope}`)).join(' · ');
  return renderMail({
    language: given.language,
    subject: t('mail.supportAsked.subject', names),
    title: t('mail.supportAsked.title', names),
    blocks: [
      { kind: 'paragraph', text: t('mail.supportAsked.reason', { reason: oneLine(given.reason) }) },
      { kind: 'paragraph', text: t('mail.supportAsked.scope', { scopes, hours: given.hours }) },
      { kind: 'action', label: t('mail.supportAsked.action'), link: given.link, hint: t('mail.linkHint') },
      { kind: 'note', text: t('mail.supportAsked.rules') },
    ],
    footer: t('mail.footer'),
  });
}

export interface SupportEndedMail extends SupportMail {
  readonly number: number;
  readonly from: UnixMs;
  readonly until: UnixMs;
  /** IANA zone of the times in it. */
  readonly timeZone: string;
  readonly looks: readonly { readonly kind: SupportLook; readonly count: number }[];
}

/** The mail that tells an owner what was looked at, once it is over. */
export function supportEndedMail(given: SupportEndedMail): MailContent {
  const { t, formatDateTime } = createI18n(given.language);
  const { number, timeZone: zone } = given;
  const names = { company: oneLine(given.companyName), operator: oneLine(given.operatorName), number };
  const times = { from: formatDateTime(given.from, zone), until: formatDateTime(given.until, zone), zone };
  const looked = given.looks.map(({ kind, count }) =>
    t('mail.supportEnded.looked', { what: t(`support.seen.${kind}`), count }),
  );
  return renderMail({
    language: given.language,
    subject: t('mail.supportEnded.subject', names),
    title: t('mail.supportEnded.title', names),
    blocks: [
      { kind: 'paragraph', text: t('mail.supportEnded.body', { ...names, ...times }) },
      ...(looked.length === 0 ? [t('mail.supportEnded.nothing')] : looked).map((text) => ({
        kind: 'paragraph' as const,
        text,
      })),
      { kind: 'action', label: t('mail.supportEnded.action'), link: given.link, hint: t('mail.linkHint') },
      { kind: 'note', text: t('mail.noContent') },
    ],
    footer: t('mail.footer'),
  });
}
