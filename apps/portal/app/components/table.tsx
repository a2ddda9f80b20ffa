import type { ReactNode } from 'react';

/** Rows of 36 px. On a phone each row becomes a block whose cells carry their column's name (`label` of `Cell`). */
export function Table({
  caption,
  columns,
  children,
}: {
  caption: string;
  columns: readonly ReactNode[];
  children: ReactNode;
}) {
  return (
    <div className="overflow-x-auto rounded-lg border border-line">
      <table className="w-full border-collapse text-sm max-sm:block">
        <caption className="sr-only">{caption}</caption>
        <thead className="bg-surface-2 max-sm:sr-only">
          <tr>
            {columns.map((column, at) => (
              <th key={at} scope="col" className="h-9 px-3 text-left text-xs font-medium whitespace-nowrap text-muted">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block">{children}</tbody>
      </table>
    </div>
  );
}

export function Row({ children }: { children: ReactNode }) {
  return (
    <tr className="border-t border-line align-top max-sm:block max-sm:px-1 max-sm:py-2 max-sm:first:border-t-0">
      {children}
    </tr>
  );
}

export function Cell({ label, number = false, children }: { label: string; number?: boolean; children: ReactNode }) {
  const shape = 'px-3 py-2 max-sm:grid max-sm:grid-cols-[6.5rem_minmax(0,1fr)] max-sm:gap-2 max-sm:py-1';
  return (
    <td className={`${shape} ${number ? 'tabular-nums' : ''}`}>
      <span aria-hidden className="hidden text-xs leading-6 text-muted max-sm:block">
        {label}
      </span>
      <div className="min-w-0">{children}</div>
    </td>
  );
}
