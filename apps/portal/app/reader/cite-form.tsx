import { Form } from '@remix-run/react';
import { Quote } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '../components/button.tsx';
import { CONTROL, FieldFrame } from '../components/field.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { useWords } from '../words/words-context.tsx';
import { useReadingFrame } from './reading-frame.ts';

/** Characters of a note. */
const NOTE = 2000;

/** Freezes the list of the dialog that holds the message. */
export function CiteForm({ messageId, onCancel }: { messageId: string; onCancel?: () => void }) {
  const { t } = useWords();
  const { gapMinutes, formKey } = useReadingFrame();
  return (
    <Form method="post" className="flex flex-col gap-3">
      <HiddenFields values={{ messageId, gap: String(gapMinutes), key: formKey }} />
      <p className="text-sm text-muted">{t('reading.citeLead')}</p>
      <FieldFrame label={t('reading.citeNote')} hint={t('reading.citeNoteHint')}>
        {({ id, describedBy }) => (
          <textarea
            id={id}
            name="note"
            rows={3}
            maxLength={NOTE}
            aria-describedby={describedBy}
            className={`${CONTROL} py-2`}
          />
        )}
      </FieldFrame>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" icon={<Quote aria-hidden size={16} />}>
          {t('reading.citeDo')}
        </Button>
        {onCancel && (
          <Button type="button" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        )}
      </div>
    </Form>
  );
}

/** The same over the page, for the dialog of whatever message. Esc closes it and gives the focus back. */
export function CiteDialog({ messageId, onClose }: { messageId: string; onClose: () => void }) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-label={t('reading.cite')}
      className="m-auto w-[min(32rem,calc(100vw-2rem))] animate-appear rounded-lg bg-surface p-5 text-ink shadow-float backdrop:bg-ink/30"
    >
      <h2 className="mb-2 text-base">{t('reading.cite')}</h2>
      <CiteForm messageId={messageId} onCancel={() => dialog.current?.close()} />
    </dialog>
  );
}
