import type { FindingView } from '../api/setup-types.ts';
import { Notice } from '../components/notice.tsx';
import { useWords } from '../words/words-context.tsx';

/** What is wrong, since when, and what to do; the system closes them when they heal. */
export function FindingList({ findings }: { findings: readonly FindingView[] }) {
  const { t, when } = useWords();
  return (
    <ul className="flex flex-col gap-2">
      {findings.map((finding) => (
        <li key={finding.findingId}>
          <Notice tone="attention" title={finding.title}>
            <p>{finding.cure}</p>
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
