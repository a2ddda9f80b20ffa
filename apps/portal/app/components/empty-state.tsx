import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** What will stand here, and the first step towards it. */
export function EmptyState({ icon: Icon, title, children }: { icon: LucideIcon; title: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-2 rounded-lg border border-dashed border-line px-6 py-12 text-center">
      <Icon aria-hidden size={28} strokeWidth={1.5} className="text-muted" />
      <p className="font-medium">{title}</p>
      <div className="max-w-md text-sm text-muted [&>a]:mt-2">{children}</div>
    </div>
  );
}
