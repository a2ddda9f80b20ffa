import { createI18n } from '@highwater/i18n';
import type { Language } from '@highwater/domain';
import type { MailContent } from './mail-content.ts';
import { oneLine } from './one-line.ts';
import { renderMail } from './render-mail.ts';

export interface AccountMailParts {
  readonly kind:
    | 'sign_up'
    | 'has_account'
    | 'reset'
    | 'password_changed'
    | 'factor_added'
    | 'factor_removed'
    | 'recovery_used'
    | 'factor_reset';
  readonly language: Language;
  /** May be empty. */
  readonly name: string;
  readonly link: string;
}

/** A mail to a person about their account. A stranger may have typed name and address: the name is kept to a line. */
export function accountMail({ kind, language, name, link }: AccountMailParts): MailContent {
  const { t } = createI18n(language);
  const hello = oneLine(name, 80);
  return renderMail({
    language,
    subject: t(`mail.account.${kind}.subject`),
    title: t(`mail.account.${kind}.title`),
    blocks: [
      // Whoever has no account did not say who they are: a name in such a mail would be words of a stranger.
      ...(hello === '' || kind === 'sign_up'
        ? []
        : [{ kind: 'paragraph' as const, text: t('mail.greeting', { name: hello }) }]),
      { kind: 'paragraph', text: t(`mail.account.${kind}.body`) },
      { kind: 'action', label: t(`mail.account.${kind}.action`), link, hint: t('mail.linkHint') },
      { kind: 'note', text: t(`mail.account.${kind}.note`) },
    ],
    footer: t('mail.footer'),
  });
}
