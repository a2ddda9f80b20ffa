import type { Language } from '@highwater/domain';
import { createI18n } from './create-i18n.ts';
import { SECURITY_STATEMENTS } from './security-statements.ts';

/** The statements of the security page as Markdown: docs/security.md in English. */
export function securityText(language: Language): string {
  const { t } = createI18n(language);
  const section = (title: string, statements: readonly string[]): string =>
    `## ${title}\n\n${statements.map((statement) => `- ${statement}\n`).join('')}`;
  const { company, operators, support, root, storage, outside } = SECURITY_STATEMENTS;
  return [
    `# ${t('security.title')}\n\n${t('security.lead')}\n`,
    section(
      t('security.company.title'),
      company.map((each) => t(`security.company.${each}`)),
    ),
    section(
      t('security.operators.title'),
      operators.map((each) => t(`security.operators.${each}`)),
    ),
    section(
      t('security.support.title'),
      support.map((each) => t(`security.support.${each}`)),
    ),
    section(
      t('security.root.title'),
      root.map((each) => t(`security.root.${each}`)),
    ),
    section(
      t('security.storage.title'),
      storage.map((each) => t(`security.storage.${each}`)),
    ),
    section(
      t('security.outside.title'),
      outside.map((each) => t(`security.outside.${each}`)),
    ),
  ].join('\n');
}
