import { AlertTriangle, CheckCircle2, CircleDashed, Clock3, XCircle, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export type Tone = 'healthy' | 'waiting' | 'attention' | 'loss' | 'neutral';

const TONES: Readonly<Record<Tone, { icon: LucideIcon; text: string; tint: string }>> = {
  healthy: { icon: CheckCircle2, text: 'text-healthy', tint: 'bg-healthy/10' },
  waiting: { icon: Clock3, text: 'text-waiting', tint: 'bg-waiting/10' },
  attention: { icon: AlertTriangle, text: 'text-attention', tint: 'bg-attention/10' },
  loss: { icon: XCircle, text: 'text-loss', tint: 'bg-loss/10' },
  neutral: { icon: CircleDashed, text: 'text-muted', tint: 'bg-surface-3' },
};

export function ToneIcon({ tone, size = 16 }: { tone: Tone; size?: number }) {
  const { icon: Icon, text } = TONES[tone];
  return <Icon aria-hidden size={size} className={`shrink-0 ${text}`} />;
}

/** A state as icon and word: never colour alone. */
export function StateBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  const { text, tint } = TONES[tone];
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-sm px-1.5 py-0.5 text-xs font-medium whitespace-nowrap ${text} ${tint}`}
    >
      <ToneIcon tone={tone} size={13} />
      {children}
    </span>
  );
}
