import type { ReactNode } from 'react';

/** Stays above what is read. */
export function ToolBar({ children }: { children: ReactNode }) {
  return (
    <div className="relative z-20 mb-3 flex flex-wrap items-center gap-2 bg-surface py-2 sm:sticky sm:top-9">
      {children}
    </div>
  );
}
