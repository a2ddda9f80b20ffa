import { Form } from '@remix-run/react';
import type { PersonRecordView } from '../api/types.ts';
import { Button } from '../components/button.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { Panel } from '../components/panel.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { useWords } from '../words/words-context.tsx';
import { PersonLink } from './person-link.tsx';

interface SplitProps {
  readonly person: { readonly connectionId: string; readonly personKey: string };
  readonly isSplit: boolean;
}

/** Tells an id apart from the others, or takes that back. */
function Split({ person: { connectionId, personKey }, isSplit }: SplitProps) {
  const { t } = useWords();
  return (
    <Form method="post">
      <HiddenFields values={{ intent: isSplit ? 'join' : 'separate', connectionId, personKey }} />
      <Button look={isSplit ? 'plain' : 'quiet'}>{t(isSplit ? 'people.join' : 'people.separate')}</Button>
    </Form>
  );
}

type Customer = NonNullable<PersonRecordView['customer']>;

/** Which sentence is true: all are one person, some of them are, or this id stands apart from all others. */
export function leadOf({
  isSplit,
  others,
}: {
  readonly isSplit: boolean;
  readonly others: readonly Pick<Customer['others'][number], 'isSplit'>[];
}): 'customerLead' | 'customerLeadSome' | 'customerLeadApart' {
  if (isSplit || others.every((other) => other.isSplit)) return 'customerLeadApart';
  return others.some((other) => other.isSplit) ? 'customerLeadSome' : 'customerLead';
}

/** The other ids that WeCom says are the same customer. */
export function SameCustomer({ person, connects }: { person: PersonRecordView; connects: boolean }) {
  const { t, when } = useWords();
  const { customer } = person;
  if (customer === null) return null;
  return (
    <Panel title={t('people.customer')}>
      <p className="mb-3 text-sm text-muted">{t(`people.${leadOf(customer)}`)}</p>
      {customer.isSplit && connects && (
        <div className="mb-3">
          <Split person={person} isSplit />
        </div>
      )}
      <ul className="divide-y divide-line">
        {customer.others.map(({ person: other, isSplit, firstAt, lastAt }) => (
          <li
            key={`${other.connectionId} ${other.personKey}`}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 text-sm"
          >
            <PersonLink person={other} />
            {(isSplit || customer.isSplit) && <StateBadge tone="neutral">{t('people.splitMark')}</StateBadge>}
            <span className="text-xs text-muted tabular-nums">
              {t('people.seenRange', { from: when(firstAt), until: when(lastAt) })}
            </span>
            {connects && !customer.isSplit && (
              <span className="ml-auto max-sm:ml-0">
                <Split person={other} isSplit={isSplit} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {!connects && <p className="mt-2 text-xs text-muted">{t('people.splitNeeds')}</p>}
    </Panel>
  );
}
