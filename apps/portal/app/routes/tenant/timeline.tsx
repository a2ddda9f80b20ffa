import { dayOf, dayRange } from '@highwater/calendar';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useLocation, useNavigate } from '@remix-run/react';
import { History, PackageOpen } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { getPerson } from '../../api/archive.ts';
import { listTimelineDays } from '../../api/reading.ts';
import { ButtonLink } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { KeyHelp } from '../../components/key-help.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { personName } from '../../components/person-name.tsx';
import { paths } from '../../paths.ts';
import { PersonLink } from '../../people/person-link.tsx';
import { CiteDialog } from '../../reader/cite-form.tsx';
import { foldCalls } from '../../reader/fold-calls.ts';
import { hrefByMsgid } from '../../reader/href-by-msgid.ts';
import { keyLines } from '../../reader/key-lines.ts';
import { loadBusyMonth } from '../../reader/load-busy-month.ts';
import { makeRows } from '../../reader/make-rows.ts';
import { isDay } from '../../components/is-day.ts';
import { isMonth } from '../../reader/month-grid.ts';
import { ReadingPlace } from '../../reader/reading-place.tsx';
import { readTimelinePart } from '../../reader/read-timeline-part.ts';
import { addressQuery, readAddress } from '../../reader/reading-address.ts';
import { ReadingColumn } from '../../reader/reading-column.tsx';
import { ReadingFrameProvider, type ReadingFrame } from '../../reader/reading-frame.ts';
import type { LongListHandle } from '../../components/long-list.tsx';
import { sideOfKind } from '../../reader/side-of.ts';
import { stopsOf } from '../../reader/step-stop.ts';
import { takeReadingAct } from '../../reader/take-reading-act.ts';
import { TimelineTools } from '../../reader/timeline-tools.tsx';
import { useReaderKeys } from '../../reader/use-reader-keys.ts';
import { useStretch } from '../../reader/use-stretch.ts';
import { queryChoice } from '../../session/read-query.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('reading.timeline');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit, params) => {
    const me = await requireRight(visit, 'view');
    const search = visit.url.searchParams;
    const key = { connectionId: params['connectionId'] ?? '', personKey: params['personKey'] ?? '' };
    const { zone } = me.tenant;
    const asked = search.get('day') ?? '';
    const at = isDay(asked) ? dayRange(zone, asked).from : undefined;
    const [person, timeline] = await Promise.all([
      getPerson(visit.api, key.connectionId, key.personKey),
      readTimelinePart(visit.api, key, search, at),
    ]);
    const opened = timeline.items.find(({ messageId }) => messageId === timeline.atId) ?? timeline.items.at(-1);
    const day = dayOf(zone, opened?.sentAt ?? person.lastAt);
    const turned = search.get('month') ?? '';
    const isTurned = isMonth(turned);
    return {
      person,
      timeline,
      part: queryChoice(search, 'towards', ['older', 'newer']) ?? null,
      address: readAddress(search),
      formKey: crypto.randomUUID(),
      day,
      isNearest: at !== undefined && day !== asked,
      isTurned,
      busy: await loadBusyMonth(
        (range) => listTimelineDays(visit.api, key, range),
        isTurned ? turned : day.slice(0, 7),
        zone,
      ),
      exports: me.actions.includes('export'),
      searches: me.actions.includes('search'),
      seesRaw: me.actions.includes('connect'),
    };
  });

export const action = takeReadingAct;

export default function Timeline() {
  const {
    person,
    timeline: first,
    part,
    address,
    formKey,
    day,
    isNearest,
    isTurned,
    busy,
    exports,
    searches,
    seesRaw,
  } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, zone, formatDate } = useWords();
  const navigate = useNavigate();
  const { key: visit } = useLocation();
  const [citing, setCiting] = useState<string | null>(null);
  const list = useRef<LongListHandle>(null);
  const { gap } = addressQuery(address);
  const stretch = useStretch(
    first,
    first.atId,
    (cursor) => paths.timelinePart(person, { gap, cursor }),
    () => list.current?.hold(),
  );
  const { context } = stretch;
  const { items, gapMinutes, olderCursor, newerCursor, conversations } = context;
  const folded = useMemo(() => foldCalls(context), [context]);
  const rows = useMemo(
    () =>
      makeRows(
        { items: folded.items, hiddenAt: [], isOpenAfter: newerCursor !== null },
        { dayOf: (at) => formatDate(at, zone), heads: 'conversations' },
      ),
    [folded, newerCursor, zone, formatDate],
  );
  const newest = first.items.at(-1);
  // Without a day it opens at the newest, as a chat does; nothing is marked then.
  const anchorId = first.atId === null ? null : folded.standsFor(first.atId);
  const openAt = anchorId ?? (part === null ? (first.items.at(-1)?.messageId ?? null) : null);
  const frame: ReadingFrame = useMemo(
    () => ({
      address,
      marks: [],
      gapMinutes,
      formKey,
      anchorId,
      openedId: null,
      sideOf: sideOfKind,
      hrefOf: hrefByMsgid(items),
      callAt: folded.callAt,
      conversations: new Map(conversations.map((each) => [each.conversationId, each])),
      cites: true,
      exports,
      seesRaw,
      onCite: setCiting,
    }),
    [address, gapMinutes, formKey, anchorId, items, folded, conversations, exports, seesRaw],
  );
  const exportHref = paths.newExport({ person: person.personKey });
  useReaderKeys({
    stops: useMemo(() => stopsOf(rows), [rows]),
    anchor: openAt === null ? null : `m-${openAt}`,
    reveal: (key) => list.current?.reveal(key),
    readOn: stretch.load,
    onCite: setCiting,
    onExport: exports ? () => navigate(exportHref) : null,
  });
  const openRow = openAt === null ? null : folded.standsFor(openAt);
  useEffect(() => {
    if (openRow === null) return;
    document.getElementById(`m-${openRow}`)?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }, [openRow, visit]);
  return (
    <div className="mx-auto max-w-190">
      <PageHead
        title={t('reading.timelineOf', { name: personName(person) })}
        lead={
          <span className="flex flex-col gap-1">
            <span>{t(person.kind === 'external_contact' ? 'reading.timelineLead' : 'reading.timelineLeadInside')}</span>
            <PersonLink person={person} />
          </span>
        }
        action={
          exports && (
            <ButtonLink to={exportHref} icon={<PackageOpen aria-hidden size={16} />}>
              {t('reader.exportThis')}
            </ButtonLink>
          )
        }
      />
      {newest !== undefined && <ReadingPlace title={personName(person)} at={newest.sentAt} />}
      <FormProblem problem={refusal?.problem} />
      {items.length === 0 && olderCursor === null && newerCursor === null ? (
        <EmptyState icon={History} title={t('reading.timelineNone')}>
          {t('reading.timelineNoneCure')}
        </EmptyState>
      ) : (
        <ReadingFrameProvider value={frame}>
          <TimelineTools
            person={person}
            address={address}
            busy={busy}
            day={day}
            isTurned={isTurned}
            searches={searches}
          />
          {isNearest && <p className="mb-3 text-sm text-muted">{t('reading.nothingOnDay')}</p>}
          <ReadingColumn
            list={list}
            rows={rows}
            stretch={stretch}
            cursors={{ older: olderCursor, newer: newerCursor }}
            part={part}
            opened={paths.timeline(person, { gap })}
            hrefOf={(towards, cursor) => paths.timeline(person, { gap, towards, cursor })}
            ends={{ older: t('reading.timelineStart'), newer: t('reader.end') }}
          />
          {citing !== null && <CiteDialog messageId={citing} onClose={() => setCiting(null)} />}
        </ReadingFrameProvider>
      )}
      <div className="mt-4 flex justify-center">
        <KeyHelp lines={keyLines(t, { heads: 'conversations', exports, searches })} />
      </div>
    </div>
  );
}
