import type { ReactNode } from 'react';
import type { FindingView } from '../api/setup-types.ts';
import { Notice } from '../components/notice.tsx';
import { useWords } from '../words/words-context.tsx';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="text-ink">{children}</dd>
    </>
  );
}

/** What is wrong, since when, what it means for completeness, and what to do where; the system closes them when they heal. */
export function FindingList({ findings }: { findings: readonly FindingView[] }) {
  const { t, when } = useWords();
  return (
    <ul className="flex flex-col gap-2">
      {findings.map((finding) => (
        <li key={finding.findingId}>
          <Notice tone="attention" title={finding.title}>
            <p>{finding.cure}</p>
            <dl className="mt-1.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5">
              {finding.means !== null && <Fact name={t('remedies.means')}>{finding.means}</Fact>}
              <Fact name={t('remedies.where')}>
                {finding.places.length === 0
                  ? t('remedies.nothing')
                  : finding.places.map((place) => (
                      <span key={place} className="block">
                        {place}
                      </span>
                    ))}
              </Fact>
            </dl>
            <p className="mt-1 text-xs tabular-nums">
              {t('overview.findingSince', {
                since: when(finding.since),
                last: when(finding.lastAt),
                count: finding.count,
              })}
            </p>
          </Notice>
        </li>
      ))}
    </ul>
  );
}
