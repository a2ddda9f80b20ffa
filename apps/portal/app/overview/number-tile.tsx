import type { ReactNode } from 'react';
import { ToneIcon, type Tone } from '../components/state-badge.tsx';

/** One number with its name; a tone only where it means something. */
export function NumberTile({
  name,
  value,
  note,
  tone,
}: {
  name: string;
  value: string;
  note?: ReactNode;
  tone?: Tone | null;
}) {
  return (
    <div className="min-w-0 bg-surface px-4 py-3">
      <dt className="flex items-center gap-1.5 text-xs text-muted">
        {tone && <ToneIcon tone={tone} size={14} />}
        {name}
      </dt>
      <dd className="mt-0.5 text-lg font-medium tabular-nums">{value}</dd>
      {note && <dd className="text-xs text-muted">{note}</dd>}
    </div>
  );
}
