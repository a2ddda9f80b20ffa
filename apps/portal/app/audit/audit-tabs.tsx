import { Tabs } from '../components/tabs.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';

/** The pages of the audit log. */
export function AuditTabs() {
  const { t } = useWords();
  const tabs = [
    { to: paths.audit(), word: t('audit.tabs.log') },
    { to: paths.auditVerify(), word: t('audit.tabs.verify') },
    { to: paths.statements(), word: t('audit.tabs.statements') },
  ];
  return <Tabs label={t('audit.tabs.label')} tabs={tabs} />;
}
