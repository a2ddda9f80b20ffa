import type { PersonRecordView } from '../api/types.ts';
import { Panel } from '../components/panel.tsx';
import { useWords } from '../words/words-context.tsx';
import { PersonLink } from './person-link.tsx';

/** What each employee noted of a contact. */
export function Follows({ follows }: { follows: PersonRecordView['follows'] }) {
  const { t, when } = useWords();
  return (
    <Panel title={t('people.follows')}>
      {follows.length === 0 ? (
        <p className="text-sm text-muted">{t('people.followsNone')}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {follows.map((follow) => (
            <li key={follow.employee.personKey} className="flex flex-col gap-1 py-2 text-sm first:pt-0 last:pb-0">
              <p className="flex flex-wrap items-center gap-x-2">
                <PersonLink person={follow.employee} />
                <span className="font-medium">{follow.remark || '—'}</span>
                {follow.tags.map((tag) => (
                  <span key={tag} className="rounded-sm bg-surface-3 px-1.5 text-xs">
                    {tag}
                  </span>
                ))}
              </p>
              {follow.description && <p className="text-muted">{follow.description}</p>}
              <p className="flex flex-wrap gap-x-3 text-xs text-muted tabular-nums">
                {follow.addedAt !== null && <span>{t('people.since', { at: when(follow.addedAt) })}</span>}
                {follow.remarkCorpName && <span>{t('people.remarkCompany', { company: follow.remarkCorpName })}</span>}
                {follow.remarkMobiles.length > 0 && (
                  <span>{t('people.phones', { list: follow.remarkMobiles.join(t('common.comma')) })}</span>
                )}
                {follow.endedBy !== null && (
                  <span className="text-attention">{t('people.followEnded', { at: when(follow.endedBy) })}</span>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
