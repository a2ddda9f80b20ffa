import { useId } from 'react';
import { Button } from '../components/button.tsx';
import { CONTROL } from '../components/field.tsx';
import { OFFERED } from '../people/offered.ts';
import { useWords } from '../words/words-context.tsx';

/** A box that looks for departments beyond those offered, by name; needs no JavaScript. */
export function FindDepartments({ sought, hasMore }: { sought: string; hasMore: boolean }) {
  const { t } = useWords();
  const id = useId();
  // All are listed already.
  if (sought === '' && !hasMore) return null;
  return (
    <div className="mt-2 flex flex-col gap-1">
      <div className="flex gap-1">
        <input
          type="search"
          name="department"
          defaultValue={sought}
          maxLength={100}
          placeholder={t('members.findDepartments')}
          aria-label={t('members.findDepartments')}
          aria-describedby={id}
          className={CONTROL}
        />
        <Button formMethod="get" formNoValidate>
          {t('people.findMore')}
        </Button>
      </div>
      <p id={id} className="text-xs text-muted">
        {t('members.moreDepartments', { count: OFFERED })}
      </p>
    </div>
  );
}
