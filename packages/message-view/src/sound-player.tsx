import { useRef, useState, type ReactNode } from 'react';
import { useDrawing } from './message-context.ts';
import { Waveform } from './waveform.tsx';

const RATES = [0.75, 1, 1.25, 1.5, 2] as const;

/** A sound with its waveform: play, pause, seek, speed, by pointer and by keyboard. Where no script runs, the browser's own player stands instead. */
export function SoundPlayer({
  url,
  seconds,
  peaks,
}: {
  url: string;
  seconds: number;
  peaks: readonly number[];
}): ReactNode {
  const { i18n } = useDrawing();
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);

  function toggle(): void {
    const element = audio.current;
    if (element === null) return;
    if (!element.paused) {
      element.pause();
      return;
    }
    // One voice at a time.
    for (const other of element.ownerDocument.querySelectorAll('audio')) if (other !== element) other.pause();
    element.play().catch(() => setPlaying(false));
  }

  function seek(to: number): void {
    setAt(to);
    if (audio.current !== null) audio.current.currentTime = to;
  }

  return (
    <div
      className="flex w-full min-w-0 max-w-sm items-center gap-2 noscript:flex-wrap"
      data-sound={playing ? 'playing' : 'paused'}
    >
      <audio
        ref={audio}
        src={url}
        preload="none"
        controls
        aria-label={i18n.t('kinds.voice.play')}
        className="hidden h-9 w-72 max-w-full noscript:block"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => seek(0)}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
      />
      <button
        type="button"
        onClick={toggle}
        aria-label={i18n.t(playing ? 'kinds.voice.pause' : 'kinds.voice.play')}
        className="flex size-9 shrink-0 items-center justify-center rounded-full bg-accent text-accent-ink hover:bg-accent-strong noscript:hidden"
      >
        <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4 fill-current">
          {playing ? <path d="M3 2h4v12H3zM9 2h4v12H9z" /> : <path d="M4 2l10 6-10 6z" />}
        </svg>
      </button>
      <div className="relative min-w-16 flex-1 noscript:hidden">
        <Waveform peaks={peaks} played={seconds > 0 ? at / seconds : 0} />
        <input
          type="range"
          min={0}
          max={seconds}
          step="any"
          value={Math.min(at, seconds)}
          onChange={(event) => seek(Number(event.currentTarget.value))}
          onKeyDown={(event) => {
            // "Any" steps leave the arrows without one; a second is what a listener means.
            const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
            if (step === 0) return;
            event.preventDefault();
            seek(Math.min(seconds, Math.max(0, at + step)));
          }}
          aria-label={i18n.t('kinds.voice.position')}
          aria-valuetext={i18n.formatDuration(Math.round(at))}
          className="peer absolute inset-0 h-full w-full cursor-pointer opacity-0"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-0 rounded-sm peer-focus-visible:outline-2 peer-focus-visible:outline-accent"
        />
      </div>
      <span className="shrink-0 text-xs tabular-nums text-muted noscript:hidden">
        {clockOf(playing || at > 0 ? at : seconds)}
      </span>
      <select
        defaultValue="1"
        onChange={(event) => {
          if (audio.current !== null) audio.current.playbackRate = Number(event.currentTarget.value);
        }}
        aria-label={i18n.t('kinds.voice.speed')}
        className="shrink-0 rounded-sm border border-line bg-surface px-1 py-0.5 text-xs text-muted noscript:hidden"
      >
        {RATES.map((rate) => (
          <option key={rate} value={String(rate)}>
            {i18n.t('kinds.voice.rate', { rate })}
          </option>
        ))}
      </select>
    </div>
  );
}

/** "1:05" */
function clockOf(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
