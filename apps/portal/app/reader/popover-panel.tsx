import { useLocation } from '@remix-run/react';
import { useEffect, useRef, type ReactNode } from 'react';
import { buttonClass } from '../components/button.tsx';

interface PanelProps {
  readonly label: ReactNode;
  readonly icon: ReactNode;
  /** By which keys open it. */
  readonly name: string;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}

/** A button under which something unfolds over the page; closed by a click elsewhere, by Esc, and when the page changes. */
export function PopoverPanel({ label, icon, name, isOpen = false, children }: PanelProps) {
  const { key } = useLocation();
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const details = box.current;
      if (details === null || !details.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        details.querySelector('summary')?.focus();
      } else if (event.target instanceof Node && details.contains(event.target)) return;
      details.open = false;
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return (
    <details key={key} ref={box} open={isOpen} data-panel={name} className="relative max-sm:static">
      <summary className={buttonClass('plain')}>
        {icon}
        {label}
      </summary>
      <div className="absolute right-0 z-30 mt-1 w-max max-w-[calc(100vw-2rem)] animate-appear rounded-lg bg-surface p-4 shadow-float max-sm:inset-x-0 max-sm:w-auto">
        {children}
      </div>
    </details>
  );
}
