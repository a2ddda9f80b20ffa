import type { MessageKind } from '@highwater/domain';
import { useWords } from '../words/words-context.tsx';

/** How many messages of each kind, the most frequent first. */
export function KindCounts({ kinds }: { kinds: readonly { readonly kind: string; readonly count: number }[] }) {
  const { t, formatCount } = useWords();
  return (
    <ul className="flex flex-wrap gap-x-3 tabular-nums">
      {kinds
        .toSorted((a, b) => b.count - a.count)
        .map(({ kind, count }) => (
          <li key={kind}>{`${t(`kinds.name.${kind as MessageKind}`)} ${formatCount(count)}`}</li>
        ))}
    </ul>
  );
}
