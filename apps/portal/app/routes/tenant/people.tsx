import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { UsersRound } from 'lucide-react';
import { listPeople } from '../../api/archive.ts';
import type { SeenPersonView } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Field } from '../../components/field.tsx';
import { MoreLink } from '../../components/more-link.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { PersonName } from '../../components/person-name.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { Cell, Row, Table } from '../../components/table.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { paths } from '../../paths.ts';
import { queryChoice, queryTexts } from '../../session/read-query.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords, type Words } from '../../words/words-context.tsx';

export const meta = titled('shell.people');

const PERSON_KINDS = ['employee', 'external_contact', 'robot'] as const;

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    await requireRight(visit, 'view');
    const search = visit.url.searchParams;
    const kind = queryChoice(search, 'kind', PERSON_KINDS);
    const filter = { ...queryTexts(search, ['q', 'cursor']), ...(kind === undefined ? {} : { kind }) };
    return { q: filter.q ?? null, kind: kind ?? null, page: await listPeople(visit.api, filter) };
  });

/** What a contact last decided, and since when. */
function consentWords(consent: SeenPersonView['consent'], { t, when }: Words): string {
  if (consent === null) return t('reader.consentNone');
  const since = when(consent.since);
  if (consent.state === 'agreed') return t('reader.consentAgreed', { since });
  if (consent.state === 'refused') return t('reader.consentRefused', { since });
  return t('reader.consentMixed', { since, agreed: consent.agreed, refused: consent.refused });
}

export default function People() {
  const { q, kind, page } = useLoaderData<typeof loader>();
  const words = useWords();
  const { t, when } = words;
  const tabs = [
    { to: paths.people(), word: t('shell.people') },
    { to: paths.rooms(), word: t('shell.rooms') },
  ];
  return (
    <>
      <PageHead title={t('shell.people')} lead={t('reader.peopleLead')} />
      <Tabs label={t('shell.people')} tabs={tabs} />
      <Form method="get" className="mb-4 flex max-w-2xl flex-wrap items-end gap-2">
        <div className="min-w-40 flex-1">
          <Field label={t('reader.nameOrId')} name="q" type="search" defaultValue={q ?? ''} />
        </div>
        <SelectField
          label={t('reader.kindOf')}
          name="kind"
          key={kind ?? ''}
          defaultValue={kind ?? ''}
          options={[
            { value: '', label: t('reader.allKinds') },
            ...PERSON_KINDS.map((each) => ({ value: each, label: t(`reader.person.${each}`) })),
          ]}
        />
        <Button>{t('search.apply')}</Button>
      </Form>
      {page.items.length === 0 ? (
        <EmptyState icon={UsersRound} title={t('reader.noPeople')}>
          {t('reader.noneCure')}
        </EmptyState>
      ) : (
        <Table
          caption={t('shell.people')}
          columns={[
            t('reader.nameOrId'),
            t('reader.kindOf'),
            t('reader.firstSeen'),
            t('reader.lastSeen'),
            t('reader.consent'),
            t('shell.conversations'),
          ]}
        >
          {page.items.map((person) => (
            <Row key={person.personKey}>
              <Cell label={t('reader.nameOrId')}>
                <PersonName person={person} />
                {person.name !== null && <div className="font-mono text-xs text-muted">{person.writtenAs}</div>}
              </Cell>
              <Cell label={t('reader.kindOf')}>{t(`reader.person.${person.kind}`)}</Cell>
              <Cell number label={t('reader.firstSeen')}>
                {when(person.firstAt)}
              </Cell>
              <Cell number label={t('reader.lastSeen')}>
                {when(person.lastAt)}
              </Cell>
              <Cell label={t('reader.consent')}>
                {person.kind === 'external_contact' ? (
                  <TextLink to={paths.consents(person.personKey)}>{consentWords(person.consent, words)}</TextLink>
                ) : (
                  '—'
                )}
              </Cell>
              <Cell label={t('shell.conversations')}>
                <TextLink to={paths.conversations({ person: person.personKey })}>
                  {t('reader.openConversations')}
                </TextLink>
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      <MoreLink to={page.nextCursor === null ? null : paths.people({ kind, q, cursor: page.nextCursor })} />
    </>
  );
}
