import type { CoverageView } from '../api/coverage.ts';
import { Panel } from '../components/panel.tsx';
import { StateBadge, type Tone } from '../components/state-badge.tsx';
import { TextLink } from '../components/text-link.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';

type Secret = CoverageView['connections'][number]['secrets'][number];

const TONES: Readonly<Record<Secret['state'], Tone>> = {
  missing: 'neutral',
  unproven: 'waiting',
  accepted: 'healthy',
  refused: 'attention',
};

/** What each secret opens, and whether it is set. */
export function SecretsPanel({ secrets, mayConnect }: { secrets: readonly Secret[]; mayConnect: boolean }) {
  const { t, when, fault } = useWords();
  return (
    <Panel
      title={t('coverage.secrets')}
      aside={mayConnect && <TextLink to={paths.connect()}>{t('coverage.toConnect')}</TextLink>}
    >
      <ul className="flex flex-col gap-3">
        {secrets.map((secret) => (
          <li key={secret.purpose} className="flex flex-col gap-0.5 text-sm">
            <div className="flex flex-wrap items-center gap-2">
              <span className="font-medium">{t(`coverage.secret.${secret.purpose}`)}</span>
              <StateBadge tone={TONES[secret.state]}>{t(`coverage.secretState.${secret.state}`)}</StateBadge>
              <span className="text-xs text-muted tabular-nums">
                {secret.setAt !== null && t('coverage.secretSet', { time: when(secret.setAt) })}
                {secret.checkedAt !== null && ` · ${t('coverage.secretChecked', { time: when(secret.checkedAt) })}`}
              </span>
            </div>
            <span className="text-muted">{t(`coverage.opens.${secret.purpose}`)}</span>
            {secret.state === 'refused' && secret.fault !== null && <span>{fault(secret.fault).title}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
