import { Link } from '@remix-run/react';
import { ChevronDown, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../words/words-context.tsx';

interface ChipProps {
  readonly name: string;
  /** What is chosen; empty when nothing is. */
  readonly chosen: string;
  /** Address without this filter. */
  readonly clear: string;
  /** Shows its choices at once. */
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** A filter: its name, what is chosen, and behind it the choices. Needs no JavaScript. */
export function Chip({ name, chosen, clear, open = false, children }: ChipProps) {
  const { t } = useWords();
  const on = chosen !== '';
  return (
    <div
      className={`flex max-w-full items-stretch rounded-md border ${on ? 'border-accent bg-accent-soft' : 'border-field/60'}`}
    >
      <details name="chip" open={open} className="group/chip min-w-0 sm:relative">
        <summary className={`flex min-h-8 items-center gap-1.5 px-2.5 ${on ? 'text-accent' : 'text-ink'}`}>
          <span className={on ? 'shrink-0 text-xs' : ''}>{name}</span>
          {on && <span className="max-w-48 truncate font-medium">{chosen}</span>}
          <ChevronDown aria-hidden size={14} className="shrink-0 group-open/chip:rotate-180" />
        </summary>
        <div className="absolute z-20 mt-1 max-h-80 w-72 animate-appear overflow-auto rounded-lg bg-surface p-2 shadow-float max-sm:inset-x-4 max-sm:w-auto">
          {children}
        </div>
      </details>
      {on && (
        <Link
          to={clear}
          aria-label={t('search.clearFilter', { name })}
          className="grid w-8 place-items-center border-l border-accent/30 text-accent hover:bg-surface-3"
        >
          <X aria-hidden size={14} />
        </Link>
      )}
    </div>
  );
}
