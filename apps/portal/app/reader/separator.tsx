import type { ReactNode } from 'react';

/** A line across the conversation that says something. */
export function Separator({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-center gap-3 py-1 text-center text-xs text-muted before:h-px before:min-w-4 before:flex-1 before:bg-line after:h-px after:min-w-4 after:flex-1 after:bg-line">
      {children}
    </p>
  );
}
