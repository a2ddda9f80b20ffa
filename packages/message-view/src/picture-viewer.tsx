import { ChevronLeft, ChevronRight, Maximize, X, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useDrawing } from './message-context.ts';
import type { PictureAtHand } from './pictures-at-hand.ts';

/** Times the width of the window. */
const STEPS = [1, 1.5, 2, 3, 4, 6, 8] as const;
const BUTTON =
  'flex size-9 shrink-0 items-center justify-center rounded-md border border-line bg-surface text-ink hover:bg-surface-3 disabled:opacity-50';

export interface PictureViewerProps {
  readonly pictures: readonly PictureAtHand[];
  /** Place of the picture that is shown first. */
  readonly first: number;
  readonly onClose: () => void;
}

/**
 * Pictures over the whole window, one after the other by arrows. Zoomed by buttons, wheel and the keys +, − and 0;
 * a zoomed one is moved by scrolling, dragging on a touch screen and the arrow keys; closed by a button and by Esc,
 * which gives the focus back.
 */
export function PictureViewer({ pictures, first, onClose }: PictureViewerProps): ReactNode {
  const { i18n } = useDrawing();
  const dialog = useRef<HTMLDialogElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(first);
  const [step, setStep] = useState(0);
  const [fitting, setFitting] = useState(0);
  const picture = pictures[at];

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

  function show(next: number): void {
    if (next < 0 || next >= pictures.length) return;
    setAt(next);
    setStep(0);
  }

  function press(event: KeyboardEvent): void {
    const keys: Readonly<Record<string, () => void>> = {
      '+': () => setStep((now) => stepped(now, 1)),
      '=': () => setStep((now) => stepped(now, 1)),
      '-': () => setStep((now) => stepped(now, -1)),
      '0': () => setStep(0),
      Home: () => show(0),
      End: () => show(pictures.length - 1),
      // A zoomed picture is moved by the arrows.
      ...(step === 0 ? { ArrowLeft: () => show(at - 1), ArrowRight: () => show(at + 1) } : {}),
    };
    // The page behind has keys of its own.
    if (event.key !== 'Escape') event.stopPropagation();
    keys[event.key]?.();
  }

  if (picture === undefined) return null;
  const zoom = STEPS[step] ?? 1;
  const turn = (by: 1 | -1): ReactNode => {
    const Arrow = by < 0 ? ChevronLeft : ChevronRight;
    return (
      <button
        type="button"
        className={`${BUTTON} absolute top-1/2 z-10 -translate-y-1/2 ${by < 0 ? 'left-2' : 'right-2'}`}
        disabled={at + by < 0 || at + by >= pictures.length}
        onClick={() => show(at + by)}
        aria-label={i18n.t(by < 0 ? 'kinds.picture.previous' : 'kinds.picture.next')}
      >
        <Arrow aria-hidden size={18} />
      </button>
    );
  };
  return (
    <dialog
      ref={dialog}
      onClose={(event) => {
        // React lets it rise to the dialog around this one, which stays open.
        event.stopPropagation();
        onClose();
      }}
      onKeyDown={press}
      aria-label={i18n.t('kinds.picture.viewer')}
      className="fixed inset-0 m-0 h-dvh max-h-none w-full max-w-none bg-surface p-0 text-ink"
    >
      <div className="flex h-full flex-col">
        <div className="flex items-center justify-end gap-2 border-b border-line px-3 py-2">
          <bdi className="mr-auto min-w-0 truncate text-sm text-muted">{picture.alt}</bdi>
          {pictures.length > 1 && (
            <span aria-live="polite" className="shrink-0 text-sm tabular-nums text-muted">
              <span className="sr-only">
                {i18n.t('kinds.picture.position', { at: at + 1, count: pictures.length })}
              </span>
              <span aria-hidden="true">{`${at + 1} / ${pictures.length}`}</span>
            </span>
          )}
          <span aria-live="polite" className="w-12 shrink-0 text-right text-sm tabular-nums text-muted">
            {Math.round(zoom * 100)}%
          </span>
          <button
            type="button"
            className={BUTTON}
            disabled={step === 0}
            onClick={() => setStep(stepped(step, -1))}
            aria-label={i18n.t('kinds.picture.zoomOut')}
          >
            <ZoomOut aria-hidden size={16} />
          </button>
          <button
            type="button"
            className={BUTTON}
            disabled={step === STEPS.length - 1}
            onClick={() => setStep(stepped(step, 1))}
            aria-label={i18n.t('kinds.picture.zoomIn')}
          >
            <ZoomIn aria-hidden size={16} />
          </button>
          <button
            type="button"
            className={BUTTON}
            onClick={() => setStep(0)}
            aria-label={i18n.t('kinds.picture.fit')}
            title={i18n.t('kinds.picture.fit')}
          >
            <Maximize aria-hidden size={16} />
          </button>
          <button
            type="button"
            className={BUTTON}
            onClick={() => dialog.current?.close()}
            aria-label={i18n.t('kinds.picture.close')}
          >
            <X aria-hidden size={16} />
          </button>
        </div>
        <div className="relative flex min-h-0 flex-1">
          {pictures.length > 1 && turn(-1)}
          <div
            ref={stage}
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrow keys scroll it
            tabIndex={0}
            className="flex min-h-0 flex-1 overflow-auto outline-none"
          >
            <img
              key={picture.src}
              src={picture.src}
              alt={picture.alt}
              {...(step > 0 && fitting > 0 ? { width: fitting * zoom } : {})}
              className={step === 0 ? 'm-auto max-h-full max-w-full object-contain' : 'm-auto h-auto max-w-none'}
            />
          </div>
          {pictures.length > 1 && turn(1)}
        </div>
      </div>
    </dialog>
  );
}

function stepped(step: number, by: 1 | -1): number {
  return Math.min(STEPS.length - 1, Math.max(0, step + by));
}
