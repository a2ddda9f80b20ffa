import type { ReactNode } from 'react';
import { StateBadge, type Tone } from '../components/state-badge.tsx';

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly tone: Tone;
  readonly state: string;
  readonly children: ReactNode;
}

/** A step of the connection with the state that it proves itself. */
export function Step({ number, title, tone, state, children }: StepProps) {
  return (
    <li className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3 pb-8 last:pb-0">
      <span className="grid size-8 place-items-center rounded-full bg-surface-3 text-sm font-semibold tabular-nums">
        {number}
      </span>
      <section className="min-w-0">
        <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="text-base">{title}</h2>
          <StateBadge tone={tone}>{state}</StateBadge>
        </div>
        <div className="mt-2 flex flex-col gap-3">{children}</div>
      </section>
    </li>
  );
}

/** Where something is found in WeCom's own console, by its menu path. */
export function ConsolePath({ path, children }: { path: string; children: ReactNode }) {
  return (
    <p className="text-muted">
      {children}{' '}
      <strong className="font-medium text-ink" lang="zh-CN">
        {path}
      </strong>
    </p>
  );
}
