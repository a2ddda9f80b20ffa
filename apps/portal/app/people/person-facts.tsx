import type { ReactNode } from 'react';
import type { PersonRecordView } from '../api/types.ts';
import { FactList } from '../components/fact-list.tsx';
import { Panel } from '../components/panel.tsx';
import { useWords } from '../words/words-context.tsx';
import { PersonLink } from './person-link.tsx';

/** Who a person is, as of the last look. */
export function PersonFacts({ person }: { person: PersonRecordView }) {
  const { t, when } = useWords();
  const { departments, contactType, creator } = person;
  // Whom WeCom does not know any more has the status of the last look before.
  const employment = person.state === 'gone' && person.kind === 'employee' ? 'left' : person.employment;
  const facts: (readonly [string, ReactNode])[] = [[t('people.name'), person.currentName ?? '—']];
  const add = (name: string, value: ReactNode) => {
    if (value !== null && value !== '') facts.push([name, value]);
  };
  add(t('people.alias'), person.alias);
  add(t('people.position'), person.position);
  if (departments.length > 0) {
    add(
      t('people.department'),
      <ul>
        {departments.map(({ departmentId, path }) => (
          <li key={departmentId}>{path.map((name) => name ?? t('people.departmentUnnamed')).join(' › ')}</li>
        ))}
      </ul>,
    );
  }
  add(t('people.employment'), employment && t(`people.employed.${employment}`));
  add(t('people.company'), person.corpName);
  add(t('people.contactType'), contactType && t(`people.through.${contactType}`));
  add(t('people.creator'), creator && <PersonLink person={creator} />);
  add(t('people.id'), <span className="font-mono break-all">{person.writtenAs}</span>);
  add(t('people.seenInMessages'), t('people.seenRange', { from: when(person.firstAt), until: when(person.lastAt) }));
  add(t('people.lookedAt'), person.lookedAt === null ? t('people.neverLooked') : when(person.lookedAt));
  add(t('people.nextLookAt'), person.nextLookAt ? when(person.nextLookAt) : null);
  return (
    <Panel title={t('people.who')}>
      <FactList facts={facts} />
    </Panel>
  );
}
