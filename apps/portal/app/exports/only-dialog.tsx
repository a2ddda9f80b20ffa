import type { DialogView } from '../api/reading-types.ts';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { DialogSpanTime } from '../reader/dialog-span.tsx';
import { useWords } from '../words/words-context.tsx';

const SAID = 'rounded-md bg-accent-soft px-3 py-2 text-accent';

/** That an export is of one dialog whose list was frozen before. */
export function OnlyFrozenDialog({ dialogId }: { dialogId: string }) {
  const { t } = useWords();
  return (
    <>
      <HiddenFields values={{ dialog: dialogId }} />
      <p className={SAID}>{t('exports.onlyDialog')}</p>
    </>
  );
}

/** The dialog that an export will freeze: what it is about, and how much of it. */
export function OnlyThisDialog({ dialog, messageId }: { dialog: DialogToExport; messageId: string }) {
  const { t } = useWords();
  const { topic, firstAt, lastAt, messages, hidden, isCut, gapMinutes } = dialog;
  return (
    <div className={SAID}>
      <HiddenFields values={{ of: messageId, gap: String(gapMinutes) }} />
      <p className="truncate font-medium">{topic ?? t('reading.noTopic')}</p>
      <p className="flex flex-wrap gap-x-2 text-sm tabular-nums">
        <DialogSpanTime firstAt={firstAt} lastAt={lastAt} />
        <span aria-hidden>·</span>
        <span>{t(isCut ? 'reading.messagesOrMore' : 'reading.messages', { count: messages })}</span>
        {hidden > 0 && <span>· {t('reading.hiddenInside', { count: hidden })}</span>}
      </p>
      <p className="mt-1 text-sm">{t('exports.onlyThisDialog')}</p>
    </div>
  );
}

export type DialogToExport = DialogView & { readonly gapMinutes: number };
