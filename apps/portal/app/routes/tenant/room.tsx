import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { getRoom, listMembersOfRoom, retryCoverage } from '../../api/coverage.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { MoreLink } from '../../components/more-link.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { paths } from '../../paths.ts';
import { roomName } from '../../reader/conversation-title.ts';
import { MemberTable } from '../../rooms/member-table.tsx';
import { RoomFacts } from '../../rooms/room-facts.tsx';
import { RoomHistory } from '../../rooms/room-history.tsx';
import { act } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('shell.rooms');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit, { connectionId = '', roomId = '' }) => {
    const { actions } = await requireRight(visit, 'view');
    const place = { connectionId, roomId };
    const cursorOf = (name: string) => {
      const cursor = visit.url.searchParams.get(name);
      return cursor === null ? {} : { cursor };
    };
    const [room, present, left] = await Promise.all([
      getRoom(visit.api, place),
      listMembersOfRoom(visit.api, place, { state: 'present', ...cursorOf('present') }),
      listMembersOfRoom(visit.api, place, { state: 'left', ...cursorOf('left') }),
    ]);
    return { room, present, left, mayRetry: actions.includes('connect') };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, _form, { connectionId = '', roomId = '' }) => {
    await retryCoverage(visit.api, { connectionId, enrichment: 'rooms', key: roomId });
    throw redirect(paths.room(connectionId, roomId));
  });

export default function Room() {
  const { room, present, left, mayRetry } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const words = useWords();
  const { t, formatCount } = words;
  const { connectionId, roomId, members, owner } = room;
  const titles = {
    present:
      room.roomKind === null && members.present === 0
        ? t('rooms.presentUnknown')
        : t('rooms.present', { count: formatCount(members.present) }),
    left: t('rooms.left', { count: formatCount(members.left) }),
  };
  return (
    <div className="flex max-w-4xl flex-col gap-5">
      <div className="-mb-4">
        <TextLink to={paths.rooms()} className="text-sm">
          {t('rooms.back')}
        </TextLink>
        <PageHead
          title={roomName(room, words)}
          action={
            <>
              {mayRetry && (
                <Form method="post">
                  <Button>{t('coverage.retry')}</Button>
                </Form>
              )}
              <ButtonLink to={paths.search({ room: roomId })}>{t('reader.searchHere')}</ButtonLink>
              {room.lastMessageId !== null && (
                <ButtonLink look="primary" to={paths.message(room.lastMessageId)}>
                  {t('rooms.toConversation')}
                </ButtonLink>
              )}
            </>
          }
        />
      </div>
      <FormProblem problem={refusal?.problem} />
      {room.isPartial && <p className="max-w-prose text-sm text-muted">{t('rooms.partly')}</p>}
      <RoomFacts room={room} mayConnect={mayRetry} />
      <section className="flex flex-col gap-2">
        <h2 className="text-sm font-semibold">{titles.present}</h2>
        {present.items.length === 0 ? (
          <p className="text-sm text-muted">
            {t(room.state === 'not_customer_room' ? 'rooms.membersNeverTold' : 'rooms.nobody')}
          </p>
        ) : (
          <MemberTable caption={titles.present} members={present.items} owner={owner?.personKey ?? null} />
        )}
        <MoreLink
          to={present.nextCursor === null ? null : paths.room(connectionId, roomId, { present: present.nextCursor })}
        />
      </section>
      {(room.roomKind !== null || members.left > 0) && (
        <section className="flex flex-col gap-2">
          <h2 className="text-sm font-semibold">{titles.left}</h2>
          {left.items.length === 0 ? (
            <p className="text-sm text-muted">{t('rooms.nobodyLeft')}</p>
          ) : (
            <MemberTable caption={titles.left} members={left.items} owner={null} left />
          )}
          <MoreLink
            to={left.nextCursor === null ? null : paths.room(connectionId, roomId, { left: left.nextCursor })}
          />
        </section>
      )}
      <RoomHistory history={room.history} />
    </div>
  );
}
