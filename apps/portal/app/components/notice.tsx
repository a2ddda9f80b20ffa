import type { ReactNode } from 'react';
import { ToneIcon, type Tone } from './state-badge.tsx';

const EDGES: Readonly<Record<Tone, string>> = {
  healthy: 'border-healthy/40 bg-healthy/5',
  waiting: 'border-waiting/40 bg-waiting/5',
  attention: 'border-attention/40 bg-attention/5',
  loss: 'border-loss/40 bg-loss/5',
  neutral: 'border-line bg-surface-2',
};

interface NoticeProps {
  readonly tone: Tone;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** Read out at once: for what a form was refused for. */
  readonly alert?: boolean;
}

export function Notice({ tone, title, children, alert = false }: NoticeProps) {
  return (
    <div role={alert ? 'alert' : undefined} className={`flex gap-2.5 rounded-md border px-3.5 py-2.5 ${EDGES[tone]}`}>
      <span className="mt-0.5">
        <ToneIcon tone={tone} size={18} />
      </span>
      <div className="min-w-0 text-sm">
        <p className="font-medium">{title}</p>
        {children && <div className="mt-0.5 text-muted">{children}</div>}
      </div>
    </div>
  );
}
