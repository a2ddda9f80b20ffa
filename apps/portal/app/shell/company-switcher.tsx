import { ChevronsUpDown, Waves } from 'lucide-react';
import type { Member } from '../session/require-member.ts';
import { OwnCompanies } from './company-list.tsx';

/** The company's name; with several, a menu to change it. */
export function CompanySwitcher({ me, narrow }: { me: Member; narrow: boolean }) {
  const words = narrow ? 'sr-only' : 'max-lg:sr-only';
  return (
    <details className="relative">
      <summary
        title={me.tenant.name}
        className="flex min-h-10 items-center gap-2.5 rounded-md px-2 font-semibold hover:bg-surface-3"
      >
        <span className="grid size-6 shrink-0 place-items-center rounded-md bg-accent text-accent-ink">
          <Waves aria-hidden size={16} />
        </span>
        <span className={`min-w-0 flex-1 truncate ${words}`}>{me.tenant.name}</span>
        <ChevronsUpDown
          aria-hidden
          size={14}
          className={`shrink-0 text-muted ${narrow ? 'hidden' : 'max-lg:hidden'}`}
        />
      </summary>
      <div className="absolute top-full left-0 z-30 mt-1 w-64 animate-appear rounded-lg bg-surface p-1 shadow-float">
        <OwnCompanies me={me} />
      </div>
    </details>
  );
}
