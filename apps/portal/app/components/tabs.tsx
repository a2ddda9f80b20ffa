import { NavLink } from '@remix-run/react';

/** Sister pages of one place. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly { to: string; word: string }[] }) {
  return (
    <nav aria-label={label} className="mb-4 flex flex-wrap gap-x-1 border-b border-line">
      {tabs.map(({ to, word }) => (
        <NavLink
          key={to}
          to={to}
          end
          className={({ isActive }) =>
            `-mb-px border-b-2 px-3 py-2 text-sm font-medium ${isActive ? 'border-accent text-accent' : 'border-transparent text-muted hover:text-ink'}`
          }
        >
          {word}
        </NavLink>
      ))}
    </nav>
  );
}
