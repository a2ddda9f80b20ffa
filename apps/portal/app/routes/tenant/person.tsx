import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { History as TimelineIcon, MessagesSquare, Search } from 'lucide-react';
import { getPerson, splitCustomer } from '../../api/archive.ts';
import { ButtonLink } from '../../components/button.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { PersonName } from '../../components/person-name.tsx';
import { paths } from '../../paths.ts';
import { PersonConsents } from '../../people/consents.tsx';
import { Follows } from '../../people/follows.tsx';
import { History } from '../../people/history.tsx';
import { Permits } from '../../people/permits.tsx';
import { PersonFacts } from '../../people/person-facts.tsx';
import { PersonRooms } from '../../people/person-rooms.tsx';
import { PersonState } from '../../people/person-state.tsx';
import { SameCustomer } from '../../people/same-customer.tsx';
import { act, textField } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('shell.people');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit, params) => {
    const me = await requireRight(visit, 'view');
    return {
      person: await getPerson(visit.api, params['connectionId'] ?? '', params['personKey'] ?? ''),
      connects: me.actions.includes('connect'),
      searches: me.actions.includes('search'),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form, params) => {
    const other = { connectionId: textField(form, 'connectionId'), personKey: textField(form, 'personKey') };
    await splitCustomer(visit.api, other, textField(form, 'intent') === 'join' ? 'join' : 'separate');
    throw redirect(paths.person({ connectionId: params['connectionId'] ?? '', personKey: params['personKey'] ?? '' }));
  });

export default function Person() {
  const { person, connects, searches } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t } = useWords();
  const isContact = person.kind === 'external_contact';
  const isEmployee = person.kind === 'employee';
  return (
    <div className="max-w-5xl">
      <PageHead
        title={<PersonName person={person} />}
        lead={t(`reader.person.${person.kind}`)}
        action={
          <>
            <ButtonLink
              to={paths.conversations({ person: person.personKey })}
              icon={<MessagesSquare aria-hidden size={16} />}
            >
              {t('reader.openConversations')}
            </ButtonLink>
            {isContact && (
              <ButtonLink to={paths.timeline(person)} icon={<TimelineIcon aria-hidden size={16} />}>
                {t('reading.timeline')}
              </ButtonLink>
            )}
            {searches && (
              <ButtonLink to={paths.search({ person: person.personKey })} icon={<Search aria-hidden size={16} />}>
                {t('people.searchThis')}
              </ButtonLink>
            )}
          </>
        }
      />
      <div className="mb-4">
        <PersonState person={person} connects={connects} />
      </div>
      <FormProblem problem={refusal?.problem} fields={[]} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <PersonFacts person={person} />
          {isContact && <SameCustomer person={person} connects={connects} />}
          {isContact && <Follows follows={person.follows} />}
          {isContact && <PersonConsents person={person} />}
          {isEmployee && <Permits permits={person.permits} />}
          <PersonRooms person={person} />
        </div>
        <History history={person.history} />
      </div>
    </div>
  );
}
