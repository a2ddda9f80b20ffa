import { Panel } from '../components/panel.tsx';
import { useWords } from '../words/words-context.tsx';

/** In plain words, what the ledger proves and what nothing proves. */
export function Explanation() {
  const { t } = useWords();
  const list = 'flex list-disc flex-col gap-1 pl-5 text-sm';
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Panel title={t('completeness.proven')}>
        <ul className={list}>
          <li>{t('completeness.proven1')}</li>
          <li>{t('completeness.proven2')}</li>
          <li>{t('completeness.proven3')}</li>
        </ul>
      </Panel>
      <Panel title={t('completeness.notProven')}>
        <ul className={list}>
          <li>{t('completeness.notProven1')}</li>
          <li>{t('completeness.notProven2')}</li>
          <li>{t('completeness.notProven3')}</li>
        </ul>
      </Panel>
    </div>
  );
}
