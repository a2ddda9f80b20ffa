import type { ReactNode } from 'react';
import { StateBadge, type Tone } from '../components/state-badge.tsx';
import { ConsolePath } from '../connect/step.tsx';
import { useWords } from '../words/words-context.tsx';
import { CONSOLE_PATHS, type FurtherPurpose } from './secret-words.ts';

const DAY_MS = 86_400_000;

interface SecretCardProps {
  readonly purpose: FurtherPurpose | 'archive';
  readonly tone: Tone;
  readonly state: string;
  /** When it was typed and by whom; null where there is none. */
  readonly set: { readonly at: number; readonly by: string | null } | null;
  readonly checkedAt: number | null;
  readonly now: number;
  readonly children: ReactNode;
}

/** One secret: what it opens, how it stands, since when. */
export function SecretCard({ purpose, tone, state, set, checkedAt, now, children }: SecretCardProps) {
  const { t, when } = useWords();
  const days = set === null ? 0 : Math.max(0, Math.floor((now - set.at) / DAY_MS));
  const name = set?.by ?? '—';
  return (
    <li className="flex flex-col gap-3 py-4 first:pt-0 last:pb-0" id={`secret-${purpose}`}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-sm font-semibold">{t(`secrets.purpose.${purpose}`)}</h3>
        <StateBadge tone={tone}>{state}</StateBadge>
        {purpose !== 'archive' && <span className="text-xs text-muted">{t('secrets.optional')}</span>}
      </div>
      <p className="text-sm">{t(`secrets.opens.${purpose}`)}</p>
      {set === null && purpose !== 'archive' && <p className="text-sm text-muted">{t(`secrets.without.${purpose}`)}</p>}
      <div className="text-sm">
        <ConsolePath path={CONSOLE_PATHS[purpose]}>{t(`secrets.where.${purpose}`)}</ConsolePath>
      </div>
      {set !== null && (
        <p className="text-sm text-muted tabular-nums">
          <time dateTime={new Date(set.at).toISOString()} title={when(set.at)}>
            {days === 0 ? t('secrets.setToday', { name }) : t('secrets.setAgo', { count: days, name })}
          </time>
          {checkedAt !== null && ` · ${t('secrets.checkedAt', { time: when(checkedAt) })}`}
        </p>
      )}
      {children}
    </li>
  );
}
