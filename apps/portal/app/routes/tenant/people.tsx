import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { UsersRound } from 'lucide-react';
import { listPeople } from '../../api/archive.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Field } from '../../components/field.tsx';
import { HiddenFields } from '../../components/hidden-fields.tsx';
import { MoreLink } from '../../components/more-link.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { PersonName } from '../../components/person-name.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { Cell, Row, Table } from '../../components/table.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { PeopleTabs } from '../../gaps/people-tabs.tsx';
import { paths } from '../../paths.ts';
import { consentWords } from '../../people/consent-words.ts';
import { KindTabs, PERSON_KINDS } from '../../people/kind-tabs.tsx';
import { PERSON_STATES, PersonState } from '../../people/person-state.tsx';
import { queryChoice, queryTexts } from '../../session/read-query.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('shell.people');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const me = await requireRight(visit, 'view');
    const search = visit.url.searchParams;
    const kind = queryChoice(search, 'kind', PERSON_KINDS);
    const state = queryChoice(search, 'state', PERSON_STATES);
    const filter = {
      ...queryTexts(search, ['q', 'cursor']),
      ...(kind === undefined ? {} : { kind }),
      ...(state === undefined ? {} : { state }),
    };
    return {
      query: { q: filter.q ?? null, kind: kind ?? null, state: state ?? null },
      connects: me.actions.includes('connect'),
      actions: me.actions,
      page: await listPeople(visit.api, filter),
    };
  });

export default function People() {
  const { query, connects, actions, page } = useLoaderData<typeof loader>();
  const words = useWords();
  const { t, when } = words;
  const { q, kind, state } = query;
  return (
    <>
      <PageHead title={t('shell.people')} lead={t('people.lead')} />
      <PeopleTabs actions={actions} />
      <KindTabs kind={kind} query={{ q, state }} />
      <Form method="get" className="mb-4 flex max-w-2xl flex-wrap items-end gap-2" key={JSON.stringify(query)}>
        <HiddenFields values={{ kind }} />
        <div className="min-w-40 flex-1">
          <Field label={t('people.find')} name="q" type="search" maxLength={100} defaultValue={q ?? ''} />
        </div>
        <SelectField
          label={t('people.stateOf')}
          name="state"
          defaultValue={state ?? ''}
          options={[
            { value: '', label: t('people.anyState') },
            ...PERSON_STATES.map((each) => ({ value: each, label: t(`coverage.state.${each}`) })),
          ]}
        />
        <Button>{t('search.apply')}</Button>
      </Form>
      {page.items.length === 0 ? (
        <EmptyState icon={UsersRound} title={t('people.nobody')}>
          {t(q === null && kind === null && state === null ? 'reader.noneCure' : 'people.nobodyCure')}
        </EmptyState>
      ) : (
        <Table
          caption={t('shell.people')}
          columns={[
            t('people.name'),
            t('people.stateOf'),
            t('reader.lastSeen'),
            t('reader.consent'),
            t('shell.conversations'),
          ]}
        >
          {page.items.map((person) => (
            <Row key={`${person.connectionId} ${person.personKey}`}>
              <Cell label={t('people.name')}>
                <TextLink to={paths.person(person)} className="inline-flex max-w-full">
                  <PersonName person={person} />
                </TextLink>
                {person.remarks.length > 0 && (
                  <div className="text-xs text-muted">
                    {t('people.remarks', { list: person.remarks.join(t('common.comma')) })}
                  </div>
                )}
                {person.otherIds.length > 0 && (
                  <div className="text-xs text-muted">
                    {t('people.alsoKnownAs')}{' '}
                    {person.otherIds.map((other) => (
                      <TextLink
                        key={`${other.connectionId} ${other.personKey}`}
                        to={paths.person(other)}
                        className="mr-2 font-mono break-all"
                      >
                        {other.personKey}
                      </TextLink>
                    ))}
                  </div>
                )}
                {person.displayName !== person.writtenAs && (person.kind === 'employee' || person.name === null) && (
                  <div className="font-mono text-xs break-all text-muted">{person.writtenAs}</div>
                )}
              </Cell>
              <Cell label={t('people.stateOf')}>
                <PersonState person={person} connects={connects} />
              </Cell>
              <Cell number label={t('reader.lastSeen')}>
                <span className="whitespace-nowrap">{when(person.lastAt)}</span>
              </Cell>
              <Cell label={t('reader.consent')}>
                {person.kind === 'external_contact' ? (
                  <TextLink to={paths.consents(person.personKey)}>{consentWords(person.consent, words)}</TextLink>
                ) : (
                  '—'
                )}
              </Cell>
              <Cell label={t('shell.conversations')}>
                <TextLink to={paths.conversations({ person: person.personKey })} className="whitespace-nowrap">
                  {t('reader.openConversations')}
                </TextLink>
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      <MoreLink to={page.nextCursor === null ? null : paths.people({ ...query, cursor: page.nextCursor })} />
    </>
  );
}
