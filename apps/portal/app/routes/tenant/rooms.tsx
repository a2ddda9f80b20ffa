import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { UsersRound } from 'lucide-react';
import { listRooms } from '../../api/archive.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { MoreLink } from '../../components/more-link.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Cell, Row, Table } from '../../components/table.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { paths } from '../../paths.ts';
import { roomName } from '../../reader/conversation-title.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('shell.rooms');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    await requireRight(visit, 'view');
    return listRooms(visit.api, visit.url.searchParams.get('cursor') ?? undefined);
  });

export default function Rooms() {
  const page = useLoaderData<typeof loader>();
  const words = useWords();
  const { t, when } = words;
  const tabs = [
    { to: paths.people(), word: t('shell.people') },
    { to: paths.rooms(), word: t('shell.rooms') },
  ];
  return (
    <>
      <PageHead title={t('shell.rooms')} lead={t('reader.roomsLead')} />
      <Tabs label={t('shell.people')} tabs={tabs} />
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
            t('reader.firstSeen'),
            t('reader.lastSeen'),
            t('shell.search'),
          ]}
        >
          {page.items.map((room) => (
            <Row key={room.roomId}>
              <Cell label={t('reader.room')}>
                {roomName(room, words)}
                <div className="font-mono text-xs text-muted">{room.roomId}</div>
              </Cell>
              <Cell label={t('reader.kindOf')}>
                {t(room.isExternal ? 'reader.customerRoom' : 'reader.internalRoom')}
              </Cell>
              <Cell number label={t('reader.firstSeen')}>
                {when(room.firstAt)}
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
      <MoreLink to={page.nextCursor === null ? null : paths.rooms({ cursor: page.nextCursor })} />
    </>
  );
}
