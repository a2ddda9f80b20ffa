import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

interface MenuProps {
  readonly name: string;
  /** Whether something is chosen in it. */
  readonly on: boolean;
  /** Shows its choices at once. */
  readonly open?: boolean;
  readonly side?: 'left' | 'right';
  readonly icon?: ReactNode;
  /** Marks it for a key. */
  readonly mark?: string;
  readonly children: ReactNode;
}

/** A button with choices behind it. Only one is open at a time; needs no JavaScript. */
export function FilterMenu({ name, on, open = false, side = 'left', icon, mark, children }: MenuProps) {
  return (
    <details name="filter" open={open} data-menu={mark ?? ''} className="group/menu min-w-0 sm:relative">
      <summary
        className={`flex min-h-9 items-center gap-1.5 rounded-md border px-3 text-sm ${on ? 'border-accent bg-accent-soft text-accent' : 'border-field/60 text-ink hover:bg-surface-3'}`}
      >
        {icon}
        {name}
        <ChevronDown aria-hidden size={14} className="shrink-0 group-open/menu:rotate-180" />
      </summary>
      <div
        className={`absolute z-20 mt-1 max-h-96 w-80 animate-appear overflow-auto rounded-lg bg-surface p-2 shadow-float max-sm:inset-x-4 max-sm:max-h-72 max-sm:w-auto ${side === 'right' ? 'right-0' : ''}`}
      >
        {children}
      </div>
    </details>
  );
}
