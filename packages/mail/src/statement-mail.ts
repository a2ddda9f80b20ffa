import { createI18n } from '@highwater/i18n';
import type { Language, StatementLine, UnixMs } from '@highwater/domain';
import type { MailContent } from './mail-content.ts';
import { oneLine } from './one-line.ts';
import { renderMail } from './render-mail.ts';

export interface StatementMail {
  readonly language: Language;
  readonly companyName: string;
  /** "YYYY-MM" */
  readonly month: string;
  readonly lines: readonly StatementLine[];
  /** Where the audit log stood: kept in a mailbox, it shows what was cut off or changed later. */
  readonly checkpoint: { readonly at: UnixMs; readonly rows: number; readonly head: string } | null;
  /** IANA zone of the times in it. */
  readonly timeZone: string;
  readonly link: string;
}

/** The monthly mail to owners: numbers of the company and the way to the statement. Nobody is named in it. */
export function statementMail(given: StatementMail): MailContent {
  const { t, formatCount, formatDateTime } = createI18n(given.language);
  const names = { company: oneLine(given.companyName), month: given.month };
  const sum = (of: (line: StatementLine) => number) =>
    formatCount(given.lines.reduce((all, line) => all + of(line), 0));
  const denials = given.lines.reduce((all, line) => all + line.denials, 0);
  return renderMail({
    language: given.language,
    subject: t('mail.statement.subject', names),
    title: t('mail.statement.title', names),
    blocks: [
      { kind: 'paragraph', text: t('mail.statement.body', names) },
      {
        kind: 'rows',
        rows: [
          { label: t('mail.statement.members'), value: formatCount(given.lines.length) },
          { label: t('mail.conversations'), value: sum((line) => line.conversations) },
          { label: t('mail.statement.people'), value: sum((line) => line.people) },
          { label: t('mail.statement.opened'), value: sum((line) => line.files) },
          { label: t('mail.statement.searches'), value: sum((line) => line.searches) },
          { label: t('mail.statement.exports'), value: sum((line) => line.exports) },
          { label: t('mail.statement.denials'), value: formatCount(denials), attention: denials > 0 },
        ],
      },
      { kind: 'action', label: t('mail.statement.action'), link: given.link, hint: t('mail.linkHint') },
      { kind: 'note', text: t('mail.signIn') },
      ...(given.checkpoint === null ? [] : [{ kind: 'note' as const, text: checkpointText(given.checkpoint) }]),
      { kind: 'note', text: t('mail.noContent') },
    ],
    footer: t('mail.footer'),
  });

  function checkpointText({ at, rows, head }: NonNullable<StatementMail['checkpoint']>): string {
    return t('mail.auditCheckpoint', { time: formatDateTime(at, given.timeZone), head: `${rows}:${head}` });
  }
}
