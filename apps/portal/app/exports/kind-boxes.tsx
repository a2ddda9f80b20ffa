import type { MessageKind } from '@highwater/domain';
import { KINDS } from '../search/kinds.ts';
import { useWords } from '../words/words-context.tsx';

/** Kinds to tick; none ticked means all. */
export function KindBoxes({ chosen }: { chosen: readonly MessageKind[] }) {
  const { t } = useWords();
  return (
    <details open={chosen.length > 0} className="rounded-md border border-line px-3 py-2">
      <summary className="text-sm font-medium">
        {t('search.kind')} <span className="font-normal text-muted">{t('exports.kindsHint')}</span>
      </summary>
      <div className="mt-2 grid grid-cols-2 gap-x-3 sm:grid-cols-3">
        {KINDS.map((kind) => (
          <label key={kind} className="flex min-h-8 items-center gap-2">
            <input type="checkbox" name="kind" value={kind} defaultChecked={chosen.includes(kind)} />
            <span className="truncate">{t(`kinds.name.${kind}`)}</span>
          </label>
        ))}
      </div>
    </details>
  );
}
