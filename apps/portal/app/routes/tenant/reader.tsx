import { dayOf } from '@highwater/calendar';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useNavigate } from '@remix-run/react';
import { PackageOpen } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { listBusyDays, readContext } from '../../api/reading.ts';
import { ButtonLink } from '../../components/button.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { KeyHelp } from '../../components/key-help.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { paths } from '../../paths.ts';
import { CiteDialog } from '../../reader/cite-form.tsx';
import { conversationTitle } from '../../reader/conversation-title.ts';
import { foldCalls } from '../../reader/fold-calls.ts';
import { hrefByMsgid } from '../../reader/href-by-msgid.ts';
import { keyLines } from '../../reader/key-lines.ts';
import { loadBusyMonth } from '../../reader/load-busy-month.ts';
import { makeRows } from '../../reader/make-rows.ts';
import { marksOf } from '../../reader/marks-of.ts';
import { PeopleStrip } from '../../reader/people-strip.tsx';
import { ReaderTools } from '../../reader/reader-tools.tsx';
import { addressQuery, readAddress } from '../../reader/reading-address.ts';
import { ReadingPlace } from '../../reader/reading-place.tsx';
import { ReadingColumn } from '../../reader/reading-column.tsx';
import { ReadingFrameProvider, type ReadingFrame } from '../../reader/reading-frame.ts';
import type { LongListHandle } from '../../components/long-list.tsx';
import { sideOf } from '../../reader/side-of.ts';
import { stopsOf } from '../../reader/step-stop.ts';
import { takeReadingAct } from '../../reader/take-reading-act.ts';
import { useReaderKeys } from '../../reader/use-reader-keys.ts';
import { useStretch } from '../../reader/use-stretch.ts';
import { queryChoice } from '../../session/read-query.ts';
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
    const cursor = search.get('cursor') ?? undefined;
    const context = await readContext(visit.api, params['messageId'] ?? '', { cursor, gap: address.gap });
    const opened = context.items.find(({ messageId }) => messageId === context.anchorId) ?? context.items[0];
    const { conversationId, lastAt } = context.conversation;
    const { zone } = me.tenant;
    const day = dayOf(zone, opened?.sentAt ?? lastAt);
    return {
      context,
      address,
      marks: marksOf(address.q),
      formKey: crypto.randomUUID(),
      part: queryChoice(search, 'towards', ['older', 'newer']) ?? null,
      isNearest: search.get('nearest') === 'true',
      day,
      busy: await loadBusyMonth((range) => listBusyDays(visit.api, conversationId, range), day.slice(0, 7), zone),
      exports: me.actions.includes('export'),
      searches: me.actions.includes('search'),
      seesRaw: me.actions.includes('connect'),
    };
  });

export const action = takeReadingAct;

export default function Reader() {
  const {
    context: first,
    address,
    marks,
    formKey,
    part,
    isNearest,
    day,
    busy,
    exports,
    searches,
    seesRaw,
  } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const words = useWords();
  const { t, zone, formatDate } = words;
  const navigate = useNavigate();
  const [citing, setCiting] = useState<string | null>(null);
  const list = useRef<LongListHandle>(null);
  const query = addressQuery(address);
  const stretch = useStretch(
    first,
    first.anchorId,
    (cursor) => paths.moreOf(first.anchorId, { ...query, cursor }),
    () => list.current?.hold(),
  );
  const { context } = stretch;
  const { conversation, gapMinutes, olderCursor, newerCursor } = context;
  const folded = useMemo(() => foldCalls(context), [context]);
  const anchorId = folded.standsFor(context.anchorId);
  const rows = useMemo(
    () =>
      makeRows(
        { items: folded.items, hiddenAt: context.hiddenAt, isOpenAfter: context.newerCursor !== null },
        { dayOf: (at) => formatDate(at, zone), heads: 'dialogs' },
      ),
    [folded, context, zone, formatDate],
  );
  const frame: ReadingFrame = useMemo(
    () => ({
      address,
      marks,
      gapMinutes,
      formKey,
      anchorId,
      openedId: anchorId,
      sideOf: sideOf(context, address.view),
      hrefOf: hrefByMsgid(context.items),
      callAt: folded.callAt,
      conversations: new Map([[conversation.conversationId, conversation]]),
      cites: true,
      exports,
      seesRaw,
      onCite: setCiting,
    }),
    [address, marks, gapMinutes, formKey, anchorId, context, folded, conversation, exports, seesRaw],
  );
  const exportHref = paths.newExport({ conversation: conversation.conversationId });
  useReaderKeys({
    stops: useMemo(() => stopsOf(rows), [rows]),
    anchor: `m-${anchorId}`,
    reveal: (key) => list.current?.reveal(key),
    readOn: stretch.load,
    onCite: setCiting,
    onExport: exports ? () => navigate(exportHref) : null,
  });
  useEffect(() => {
    document.getElementById(`m-${anchorId}`)?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }, [anchorId, address.gap]);
  return (
    <div className="mx-auto max-w-190">
      <PageHead
        title={conversationTitle(conversation, words)}
        lead={<PeopleStrip conversation={conversation} />}
        action={
          exports && (
            <ButtonLink to={exportHref} icon={<PackageOpen aria-hidden size={16} />}>
              {t('reader.exportThis')}
            </ButtonLink>
          )
        }
      />
      <FormProblem problem={refusal?.problem} />
      <ReadingPlace
        title={conversationTitle(conversation, words)}
        at={first.items.find(({ messageId }) => messageId === first.anchorId)?.sentAt ?? conversation.lastAt}
      />
      <ReaderTools
        conversation={conversation}
        messageId={first.anchorId}
        address={address}
        gapMinutes={gapMinutes}
        busy={busy}
        day={day}
        searches={searches}
      />
      {isNearest && <p className="mb-3 text-sm text-muted">{t('reading.nothingOnDay')}</p>}
      <ReadingFrameProvider value={frame}>
        <ReadingColumn
          list={list}
          rows={rows}
          stretch={stretch}
          cursors={{ older: olderCursor, newer: newerCursor }}
          part={part}
          opened={paths.message(first.anchorId, query)}
          hrefOf={(towards, cursor) => paths.message(first.anchorId, { ...query, towards, cursor })}
          ends={{ older: t('reader.start'), newer: t('reader.end') }}
        />
        {citing !== null && <CiteDialog messageId={citing} onClose={() => setCiting(null)} />}
      </ReadingFrameProvider>
      <div className="mt-4 flex justify-center">
        <KeyHelp lines={keyLines(t, { heads: 'dialogs', exports, searches })} />
      </div>
    </div>
  );
}
