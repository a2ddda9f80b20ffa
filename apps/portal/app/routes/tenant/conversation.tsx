import { dayOf, dayRange } from '@highwater/calendar';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { ListTree, MessagesSquare, PackageOpen } from 'lucide-react';
import { getConversation, listBusyDays, listDialogs } from '../../api/reading.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { HiddenFields } from '../../components/hidden-fields.tsx';
import { MoreLink } from '../../components/more-link.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Panel } from '../../components/panel.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { paths } from '../../paths.ts';
import { BusyCalendar } from '../../reader/busy-calendar.tsx';
import { conversationWays } from '../../reader/calendar-ways.ts';
import { titleNow } from '../../reader/conversation-title.ts';
import { DialogItem } from '../../reader/dialog-item.tsx';
import { loadBusyMonth } from '../../reader/load-busy-month.ts';
import { addMonths, isMonth } from '../../reader/month-grid.ts';
import { PeopleStrip } from '../../reader/people-strip.tsx';
import { addressQuery, gapChoices, readAddress } from '../../reader/reading-address.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('reader.title');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit, params) => {
    const me = await requireRight(visit, 'view');
    const search = visit.url.searchParams;
    const address = readAddress(search);
    const conversationId = params['conversationId'] ?? '';
    const { zone } = me.tenant;
    const conversation = await getConversation(visit.api, conversationId);
    const asked = search.get('month') ?? '';
    const month = isMonth(asked) ? asked : null;
    // A month of the calendar is also where the list begins.
    const until = month === null ? undefined : dayRange(zone, `${addMonths(month, 1)}-01`).from;
    const [page, busy] = await Promise.all([
      listDialogs(visit.api, conversationId, {
        gap: address.gap,
        cursor: search.get('cursor') ?? undefined,
        until,
      }),
      loadBusyMonth(
        (range) => listBusyDays(visit.api, conversationId, range),
        month ?? dayOf(zone, conversation.lastAt).slice(0, 7),
        zone,
      ),
    ]);
    return { conversation, page, busy, month, address, exports: me.actions.includes('export') };
  });

export default function Conversation() {
  const { conversation, page, busy, month, address, exports } = useLoaderData<typeof loader>();
  const words = useWords();
  const { t, formatDuration } = words;
  const { conversationId, lastMessage } = conversation;
  const query = { ...addressQuery(address), month };
  const duration = (minutes: number) => formatDuration(minutes * 60);
  const firstDay = busy.firstDay ?? '';
  return (
    <div className="max-w-5xl">
      <PageHead
        title={titleNow(conversation, words)}
        lead={<PeopleStrip conversation={conversation} />}
        action={
          <>
            {lastMessage !== null && (
              <ButtonLink
                look="primary"
                to={paths.message(lastMessage.messageId, addressQuery(address))}
                icon={<MessagesSquare aria-hidden size={16} />}
              >
                {t('reading.readNewest')}
              </ButtonLink>
            )}
            {firstDay !== '' && (
              <ButtonLink to={paths.conversationAt(conversationId, { ...addressQuery(address), day: firstDay })}>
                {t('reading.readFirst')}
              </ButtonLink>
            )}
            {exports && (
              <ButtonLink
                to={paths.newExport({ conversation: conversationId })}
                icon={<PackageOpen aria-hidden size={16} />}
              >
                {t('reader.exportThis')}
              </ButtonLink>
            )}
          </>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_auto]">
        <div className="order-2 min-w-0 lg:order-1">
          <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
            <p className="text-sm text-muted">{t('reading.dialogsLead', { gap: duration(page.gapMinutes) })}</p>
            <Form method="get" className="flex items-end gap-2">
              <HiddenFields values={{ month, view: address.view }} />
              <SelectField
                label={t('reading.gap')}
                name="gap"
                key={page.gapMinutes}
                defaultValue={String(page.gapMinutes)}
                options={gapChoices(page.gapMinutes).map((minutes) => ({
                  value: String(minutes),
                  label: duration(minutes),
                }))}
              />
              <Button>{t('reading.show')}</Button>
            </Form>
          </div>
          {page.items.length === 0 ? (
            <EmptyState icon={ListTree} title={t('reader.none')}>
              {t('reader.noneCure')}
            </EmptyState>
          ) : (
            <ul className="divide-y divide-line rounded-lg border border-line">
              {page.items.map((dialog) => (
                <DialogItem key={dialog.firstMessageId} dialog={dialog} address={address} />
              ))}
            </ul>
          )}
          <MoreLink
            to={
              page.nextCursor === null
                ? null
                : paths.conversation(conversationId, { ...query, cursor: page.nextCursor })
            }
          />
        </div>
        <div className="order-1 lg:order-2">
          <Panel title={t('reading.calendar')}>
            <BusyCalendar ways={conversationWays(conversationId, address)} first={busy} day={null} />
          </Panel>
        </div>
      </div>
    </div>
  );
}
