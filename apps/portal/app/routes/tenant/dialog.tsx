import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { MessagesSquare, PackageOpen } from 'lucide-react';
import { useMemo } from 'react';
import { getFrozenDialog, removeFrozenDialog } from '../../api/reading.ts';
import type { ReadMessage } from '../../api/reading-types.ts';
import { ButtonLink } from '../../components/button.tsx';
import { Confirm } from '../../components/confirm.tsx';
import { FactList } from '../../components/fact-list.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { MoreLink } from '../../components/more-link.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Panel } from '../../components/panel.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { paths } from '../../paths.ts';
import { conversationTitle } from '../../reader/conversation-title.ts';
import { DialogSpanTime } from '../../reader/dialog-span.tsx';
import { foldCalls } from '../../reader/fold-calls.ts';
import { hrefByMsgid } from '../../reader/href-by-msgid.ts';
import { makeRows } from '../../reader/make-rows.ts';
import { ReadingFrameProvider, type ReadingFrame } from '../../reader/reading-frame.ts';
import { RowList } from '../../reader/row-list.tsx';
import { sideOf } from '../../reader/side-of.ts';
import { act } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('reading.dialog');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit, params) => {
    const me = await requireRight(visit, 'view');
    const dialogId = params['dialogId'] ?? '';
    const dialog = await getFrozenDialog(visit.api, dialogId, visit.url.searchParams.get('cursor') ?? undefined);
    return { dialog, exports: me.actions.includes('export'), seesRaw: me.actions.includes('connect') };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, _form, params) => {
    await removeFrozenDialog(visit.api, params['dialogId'] ?? '');
    throw redirect(paths.citations());
  });

export default function FrozenDialog() {
  const { dialog, exports, seesRaw } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const words = useWords();
  const { t, when, zone, formatDate, formatCount, formatDuration } = words;
  const { conversation, anchorId, gapMinutes, note, topic, hidden, archivedLater } = dialog;
  const folded = useMemo(() => foldCalls(dialog), [dialog]);
  const rows = useMemo(() => {
    const items: ReadMessage[] = folded.items.map((item) => ({ ...item, startsDialog: false }));
    return makeRows(
      { items, hiddenAt: dialog.hiddenAt, isOpenAfter: false },
      { dayOf: (at) => formatDate(at, zone), heads: 'none' },
    );
  }, [folded, dialog.hiddenAt, zone, formatDate]);
  const address = { q: '', gap: gapMinutes, view: '' };
  const frame: ReadingFrame = {
    address,
    marks: [],
    gapMinutes,
    formKey: '',
    anchorId: null,
    openedId: null,
    sideOf: sideOf({ conversation, anchorId, items: dialog.items }),
    hrefOf: hrefByMsgid(dialog.items),
    callAt: folded.callAt,
    conversations: new Map([[conversation.conversationId, conversation]]),
    cites: false,
    exports: false,
    seesRaw,
    onCite: () => undefined,
  };
  const inConversation = paths.message(dialog.items[0]?.messageId ?? anchorId, { gap: String(gapMinutes) });
  return (
    <div className="mx-auto max-w-190">
      <PageHead
        title={conversationTitle(conversation, words)}
        lead={topic}
        action={
          <>
            {exports && (
              <ButtonLink
                look="primary"
                to={paths.newExport({ dialog: dialog.dialogId })}
                icon={<PackageOpen aria-hidden size={16} />}
              >
                {t('reading.exportFrozen')}
              </ButtonLink>
            )}
            <ButtonLink to={inConversation} icon={<MessagesSquare aria-hidden size={16} />}>
              {t('reading.seeInConversation')}
            </ButtonLink>
          </>
        }
      />
      <FormProblem problem={refusal?.problem} />
      <div className="mb-4 flex flex-col gap-3">
        <Panel title={t(`reading.reason.${dialog.reason}`)}>
          <FactList
            facts={[
              [t('reading.whatFor'), note ?? t(dialog.noteWithheld ? 'reading.noteWithheld' : 'reading.noNote')],
              [
                t('reading.by'),
                t('reading.citedBy', {
                  name: dialog.createdBy?.name ?? t('reading.bySomebody'),
                  time: when(dialog.createdAt),
                }),
              ],
              [t('reading.time'), <DialogSpanTime key="span" firstAt={dialog.firstAt} lastAt={dialog.lastAt} />],
              [t('exports.messages'), formatCount(dialog.messages)],
            ]}
          />
          <p className="mt-3 text-xs text-muted">
            {t('reading.frozenLead', { time: when(dialog.createdAt), gap: formatDuration(gapMinutes * 60) })}
          </p>
          {dialog.mayRemove && dialog.reason === 'cited' && (
            <div className="mt-3">
              <Confirm
                open={t('reading.takeBack')}
                warning={t('reading.takeBackWarning')}
                confirm={t('reading.takeBackDo')}
                fields={{ intent: 'take-back' }}
              />
            </div>
          )}
        </Panel>
        {hidden > 0 && <Notice tone="neutral" title={t('reading.frozenHidden', { count: hidden })} />}
        {archivedLater > 0 && (
          <Notice tone="attention" title={t('reading.archivedLater', { count: archivedLater })}>
            <TextLink to={inConversation}>{t('reading.archivedLaterSee')}</TextLink>
          </Notice>
        )}
      </div>
      <ReadingFrameProvider value={frame}>
        <RowList rows={rows} />
      </ReadingFrameProvider>
      <MoreLink
        to={dialog.nextCursor === null ? null : paths.citation(dialog.dialogId, { cursor: dialog.nextCursor })}
      />
    </div>
  );
}
