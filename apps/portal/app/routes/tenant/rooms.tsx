import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { UsersRound } from 'lucide-react';
import { listRooms } from '../../api/archive.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Field } from '../../components/field.tsx';
import { MoreLink } from '../../components/more-link.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { Cell, Row, Table } from '../../components/table.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { CoverageBadge } from '../../gaps/coverage-state.tsx';
import { PeopleTabs } from '../../gaps/people-tabs.tsx';
import { paths } from '../../paths.ts';
import { roomName } from '../../reader/conversation-title.ts';
import { ROOM_STATES, roomKindWord } from '../../rooms/room-words.ts';
import { queryChoice, queryTexts } from '../../session/read-query.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('shell.rooms');

const KINDS = ['customer', 'internal', 'external'] as const;

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const { actions } = await requireRight(visit, 'view');
    const search = visit.url.searchParams;
    const [kind, state] = [queryChoice(search, 'kind', KINDS), queryChoice(search, 'state', ROOM_STATES)];
    const filter = {
      ...queryTexts(search, ['q', 'cursor']),
      ...(kind === undefined ? {} : { kind }),
      ...(state === undefined ? {} : { state }),
    };
    const page = await listRooms(visit.api, filter);
    return { q: filter.q ?? null, kind: kind ?? null, state: state ?? null, page, actions };
  });

export default function Rooms() {
  const { q, kind, state, page, actions } = useLoaderData<typeof loader>();
  const words = useWords();
  const { t, when, formatCount } = words;
  return (
    <>
      <PageHead title={t('shell.rooms')} lead={t('reader.roomsLead')} />
      <PeopleTabs actions={actions} />
      <Form method="get" className="mb-4 flex max-w-3xl flex-wrap items-end gap-2">
        <div className="min-w-40 flex-1">
          <Field label={t('rooms.nameOrId')} name="q" type="search" defaultValue={q ?? ''} />
        </div>
        <SelectField
          label={t('rooms.kind')}
          name="kind"
          key={`kind ${kind}`}
          defaultValue={kind ?? ''}
          options={[
            { value: '', label: t('rooms.anyKind') },
            ...KINDS.map((each) => ({
              value: each,
              label: t(`reader.${each}Room`),
            })),
          ]}
        />
        <SelectField
          label={t('rooms.state')}
          name="state"
          key={`state ${state}`}
          defaultValue={state ?? ''}
          options={[
            { value: '', label: t('rooms.anyState') },
            ...ROOM_STATES.map((each) => ({ value: each, label: t(`coverage.state.${each}`) })),
          ]}
        />
        <Button>{t('search.apply')}</Button>
      </Form>
      {page.items.length === 0 ? (
        <EmptyState icon={UsersRound} title={t('reader.noRooms')}>
          {t('reader.noneCure')}
        </EmptyState>
      ) : (
        <Table
          caption={t('shell.rooms')}
          columns={[
            t('reader.room'),
            t('reader.kindOf'),
            t('rooms.members'),
            t('rooms.state'),
            t('reader.lastSeen'),
            t('shell.search'),
          ]}
        >
          {page.items.map((room) => (
            <Row key={`${room.connectionId} ${room.roomId}`}>
              <Cell label={t('reader.room')}>
                <TextLink to={paths.room(room.connectionId, room.roomId)}>{roomName(room, words)}</TextLink>
              </Cell>
              <Cell label={t('reader.kindOf')}>{roomKindWord(room, words)}</Cell>
              <Cell number label={t('rooms.members')}>
                {room.memberCount === null ? '—' : t('rooms.memberCount', { count: formatCount(room.memberCount) })}
              </Cell>
              <Cell label={t('rooms.state')}>
                <CoverageBadge state={room.state} />
              </Cell>
              <Cell number label={t('reader.lastSeen')}>
                {when(room.lastAt)}
              </Cell>
              <Cell label={t('shell.search')}>
                <TextLink to={paths.search({ room: room.roomId })}>{t('reader.searchHere')}</TextLink>
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      <MoreLink to={page.nextCursor === null ? null : paths.rooms({ q, kind, state, cursor: page.nextCursor })} />
    </>
  );
}
