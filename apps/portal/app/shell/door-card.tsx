import type { ReactNode } from 'react';

/** The one form of a page before the archive. */
export function DoorCard({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <div className="mx-auto flex w-full max-w-md flex-col gap-5 pt-6 sm:pt-14">
      <div>
        <h1 className="text-lg">{title}</h1>
        {lead && <p className="mt-1 text-muted">{lead}</p>}
      </div>
      {children}
    </div>
  );
}
