import type { PersonKey } from '@highwater/domain';
import type { ReactNode } from 'react';
import { useDrawing } from './message-context.ts';
import { Words } from './words.tsx';

export type PersonKind = 'employee' | 'external_contact' | 'robot';

/** Ids of people from outside and of robots show by their form; everybody else's is an employee's. */
const FROM_OUTSIDE = /^w[mo][A-Za-z0-9_-]{18,}$/;
const ROBOT = /^wb[A-Za-z0-9_-]{18,}$/;

export function personKindOf(key: PersonKey): PersonKind {
  if (ROBOT.test(key)) return 'robot';
  return FROM_OUTSIDE.test(key) ? 'external_contact' : 'employee';
}

/** A person's name of that day; today's, where it is another, shows on hover. */
export function NamedPerson({ person }: { person: PersonKey }): ReactNode {
  const { i18n, nameOf, personToday } = useDrawing();
  const name = nameOf(person);
  const today = personToday?.(person) ?? null;
  if (today === null || today === name) return <Words text={name} />;
  return (
    <span
      title={i18n.t('kinds.person.today', { name: today })}
      className="underline decoration-line decoration-dotted underline-offset-2"
    >
      <Words text={name} />
    </span>
  );
}

/** Whether somebody is of the company or from outside. */
export function PersonMark({ person }: { person: PersonKey }): ReactNode {
  const { i18n } = useDrawing();
  const kind = personKindOf(person);
  const colour = kind === 'external_contact' ? 'bg-attention/10 text-attention' : 'bg-surface-3 text-muted';
  return <span className={`shrink-0 rounded-sm px-1 text-xs ${colour}`}>{i18n.t(`kinds.person.${kind}`)}</span>;
}

// Never stands in words of ours.
const PLACE = '\u0001';

/** A sentence with a person in it, who keeps the marks of a person. */
export function NamedLine({ line, person }: { line: (name: string) => string; person: PersonKey | null }): ReactNode {
  const [before = '', after = ''] = line(PLACE).split(PLACE);
  return (
    <>
      {before}
      {person !== null && <NamedPerson person={person} />}
      {after}
    </>
  );
}
