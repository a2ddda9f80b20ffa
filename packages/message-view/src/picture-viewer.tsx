import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useDrawing } from './message-context.ts';

/** Times the width of the window. */
const STEPS = [1, 1.5, 2, 3, 4, 6, 8] as const;
const BUTTON =
  'flex size-9 items-center justify-center rounded-md border border-line bg-surface text-lg text-ink hover:bg-surface-3 disabled:opacity-50';

/**
 * A picture over the whole window. Zoomed by buttons, wheel and the keys +, − and 0; moved by scrolling, dragging on a
 * touch screen and the arrow keys; closed by a button and by Esc, which gives the focus back.
 */
export function PictureViewer({ src, alt, onClose }: { src: string; alt: string; onClose: () => void }): ReactNode {
  const { i18n } = useDrawing();
  const dialog = useRef<HTMLDialogElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const [step, setStep] = useState(0);
  const [fitting, setFitting] = useState(0);

  useEffect(() => {
    const [box, room] = [dialog.current, stage.current];
    if (box === null || room === null) return undefined;
    box.showModal();
    room.focus();
    setFitting(room.clientWidth);
    // React listens to the wheel passively, and a page that scrolls behind the picture helps nobody.
    const turn = (event: WheelEvent): void => {
      if (event.deltaY === 0) return;
      event.preventDefault();
      setStep((now) => stepped(now, event.deltaY < 0 ? 1 : -1));
    };
    room.addEventListener('wheel', turn, { passive: false });
    return () => room.removeEventListener('wheel', turn);
  }, []);

  function press(event: KeyboardEvent): void {
    if (event.key === '+' || event.key === '=') setStep((now) => stepped(now, 1));
    else if (event.key === '-') setStep((now) => stepped(now, -1));
    else if (event.key === '0') setStep(0);
  }

  const zoom = STEPS[step] ?? 1;
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      onKeyDown={press}
      aria-label={i18n.t('kinds.picture.viewer')}
      className="fixed inset-0 m-0 h-dvh max-h-none w-full max-w-none bg-surface p-0 text-ink"
    >
      <div className="flex h-full flex-col">
        <div className="flex items-center justify-end gap-2 border-b border-line px-3 py-2">
          <span className="mr-auto truncate text-sm text-muted">{alt}</span>
          <span aria-live="polite" className="text-sm tabular-nums text-muted">
            {Math.round(zoom * 100)}%
          </span>
          <button
            type="button"
            className={BUTTON}
            disabled={step === 0}
            onClick={() => setStep(stepped(step, -1))}
            aria-label={i18n.t('kinds.picture.zoomOut')}
          >
            −
          </button>
          <button
            type="button"
            className={BUTTON}
            disabled={step === STEPS.length - 1}
            onClick={() => setStep(stepped(step, 1))}
            aria-label={i18n.t('kinds.picture.zoomIn')}
          >
            +
          </button>
          <button
            type="button"
            className={BUTTON}
            onClick={() => setStep(0)}
            aria-label={i18n.t('kinds.picture.fit')}
            title={i18n.t('kinds.picture.fit')}
          >
            <span aria-hidden="true">⤢</span>
          </button>
          <button
            type="button"
            className={BUTTON}
            onClick={() => dialog.current?.close()}
            aria-label={i18n.t('kinds.picture.close')}
          >
            <span aria-hidden="true">×</span>
          </button>
        </div>
        <div
          ref={stage}
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrow keys scroll it
          tabIndex={0}
          className="flex min-h-0 flex-1 overflow-auto outline-none"
        >
          <img
            src={src}
            alt={alt}
            {...(step > 0 && fitting > 0 ? { width: fitting * zoom } : {})}
            className={step === 0 ? 'm-auto max-h-full max-w-full object-contain' : 'm-auto h-auto max-w-none'}
          />
        </div>
      </div>
    </dialog>
  );
}

function stepped(step: number, by: 1 | -1): number {
  return Math.min(STEPS.length - 1, Math.max(0, step + by));
}
