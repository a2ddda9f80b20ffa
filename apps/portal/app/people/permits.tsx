import type { PersonRecordView } from '../api/types.ts';
import { Panel } from '../components/panel.tsx';
import { useWords } from '../words/words-context.tsx';
import { seenWords } from './seen-times.ts';

/** When an employee was seen in the archive's scope, by edition. */
export function Permits({ permits }: { permits: PersonRecordView['permits'] }) {
  const words = useWords();
  const { t } = words;
  return (
    <Panel title={t('people.permits')}>
      {permits.length === 0 ? (
        <p className="text-sm text-muted">{t('people.permitsNone')}</p>
      ) : (
        <ul className="flex flex-col gap-1 text-sm">
          {permits.map((permit) => (
            <li key={`${permit.edition} ${permit.seenFrom}`} className="flex flex-wrap gap-x-2">
              <span className="font-medium">{t(`people.edition.${permit.edition}`)}</span>
              <span className="text-xs leading-6 text-muted tabular-nums">{seenWords(permit, words)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
