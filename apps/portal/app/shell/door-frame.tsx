import { Link } from '@remix-run/react';
import { Waves } from 'lucide-react';
import type { ReactNode } from 'react';
import { LanguageSwitch } from './language-switch.tsx';

/** What stands around pages without a company: where one is, in which language, as whom. */
export function DoorFrame(door: {
  to: string;
  title: string;
  mark: 'bg-accent text-accent-ink' | 'bg-ink text-surface';
  name: string | null;
  signOut: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-6xl flex-col px-4 pb-16 sm:px-6">
      <header className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 py-2">
        <Link to={door.to} className="flex items-center gap-2 font-semibold">
          <span className={`grid size-6 place-items-center rounded-md ${door.mark}`}>
            <Waves aria-hidden size={16} />
          </span>
          {door.title}
        </Link>
        <div className="flex flex-wrap items-center gap-x-4">
          <LanguageSwitch />
          {door.name !== null && (
            <>
              <span className="max-w-56 truncate text-xs text-muted max-sm:hidden">{door.name}</span>
              {door.signOut}
            </>
          )}
        </div>
      </header>
      <main id="content" className="flex-1">
        {door.children}
      </main>
    </div>
  );
}
