import { dayOf, dayRange } from '@highwater/calendar';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { ArrowDown, ArrowUp, History } from 'lucide-react';
import { useMemo } from 'react';
import { getPerson } from '../../api/archive.ts';
import { readTimeline } from '../../api/reading.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Field } from '../../components/field.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { personName } from '../../components/person-name.tsx';
import { paths } from '../../paths.ts';
import { PersonLink } from '../../people/person-link.tsx';
import { foldCalls } from '../../reader/fold-calls.ts';
import { hrefByMsgid } from '../../reader/href-by-msgid.ts';
import { makeRows } from '../../reader/make-rows.ts';
import { addressQuery, readAddress } from '../../reader/reading-address.ts';
import { ReadingFrameProvider, type ReadingFrame } from '../../reader/reading-frame.ts';
import { RowList } from '../../reader/row-list.tsx';
import { sideOfKind } from '../../reader/side-of.ts';
import { queryChoice } from '../../session/read-query.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('reading.timeline');

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit, params) => {
    const me = await requireRight(visit, 'view');
    const search = visit.url.searchParams;
    const address = readAddress(search);
    const key = { connectionId: params['connectionId'] ?? '', personKey: params['personKey'] ?? '' };
    const { zone } = me.tenant;
    const asked = search.get('day') ?? '';
    const day = DAY.test(asked) && !Number.isNaN(Date.parse(`${asked}T00:00:00Z`)) ? asked : '';
    const [person, timeline] = await Promise.all([
      getPerson(visit.api, key.connectionId, key.personKey),
      readTimeline(visit.api, key, {
        gap: address.gap,
        cursor: search.get('cursor') ?? undefined,
        at: day === '' ? undefined : dayRange(zone, day).from,
      }),
    ]);
    const edges = { first: dayOf(zone, person.firstAt), last: dayOf(zone, person.lastAt) };
    const part = queryChoice(search, 'towards', ['older', 'newer']) ?? null;
    return { person, timeline, part, address, day, edges, seesRaw: me.actions.includes('connect') };
  });

export default function Timeline() {
  const { person, timeline, part, address, day, edges, seesRaw } = useLoaderData<typeof loader>();
  const { t, zone, formatDate } = useWords();
  const { olderCursor, newerCursor } = timeline;
  const folded = useMemo(() => foldCalls(timeline), [timeline]);
  const rows = useMemo(
    () =>
      makeRows(
        { items: folded.items, hiddenAt: [], isOpenAfter: newerCursor !== null },
        { dayOf: (at) => formatDate(at, zone), heads: 'conversations' },
      ),
    [folded, newerCursor, zone, formatDate],
  );
  const frame: ReadingFrame = {
    address,
    marks: [],
    gapMinutes: timeline.gapMinutes,
    formKey: '',
    anchorId: null,
    sideOf: sideOfKind,
    hrefOf: hrefByMsgid(timeline.items),
    callAt: folded.callAt,
    conversations: new Map(timeline.conversations.map((each) => [each.conversationId, each])),
    cites: false,
    exports: false,
    seesRaw,
    onCite: () => undefined,
  };
  const { gap } = addressQuery(address);
  return (
    <div className="mx-auto max-w-190">
      <PageHead
        title={t('reading.timelineOf', { name: personName(person) })}
        lead={t('reading.timelineLead')}
        action={<PersonLink person={person} side="right" />}
      />
      <Form method="get" className="mb-4 flex flex-wrap items-end gap-2">
        <Field
          label={t('reading.toDate')}
          type="date"
          name="day"
          key={day}
          defaultValue={day}
          min={edges.first}
          max={edges.last}
        />
        <Button>{t('reading.goToDate')}</Button>
        <ButtonLink to={paths.timeline(person)} look="quiet">
          {t('reading.newest')}
        </ButtonLink>
      </Form>
      {timeline.items.length === 0 ? (
        <EmptyState icon={History} title={t('reading.timelineNone')}>
          {t('reading.timelineNoneCure')}
        </EmptyState>
      ) : (
        <ReadingFrameProvider value={frame}>
          <div className="mb-3 flex justify-center">
            {olderCursor === null ? (
              <p className="text-xs text-muted">{part !== 'newer' && t('reading.timelineStart')}</p>
            ) : (
              <ButtonLink
                look="quiet"
                to={paths.timeline(person, { gap, towards: 'older', cursor: olderCursor })}
                icon={<ArrowUp aria-hidden size={16} />}
              >
                {t('reader.older')}
              </ButtonLink>
            )}
          </div>
          <RowList rows={rows} />
          <div className="mt-3 flex justify-center">
            {newerCursor === null ? (
              <p className="text-xs text-muted">{part !== 'older' && t('reader.end')}</p>
            ) : (
              <ButtonLink
                look="quiet"
                to={paths.timeline(person, { gap, towards: 'newer', cursor: newerCursor })}
                icon={<ArrowDown aria-hidden size={16} />}
              >
                {t('reader.newer')}
              </ButtonLink>
            )}
          </div>
        </ReadingFrameProvider>
      )}
    </div>
  );
}
