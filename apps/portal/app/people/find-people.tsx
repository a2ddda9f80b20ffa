import { useId } from 'react';
import { Button } from '../components/button.tsx';
import { CONTROL } from '../components/field.tsx';
import { useWords } from '../words/words-context.tsx';
import { OFFERED } from './offered.ts';

/**
 * A box that looks for people beyond those offered, by any name they ever had. Part of whatever form it stands in: it
 * asks for the same page with everything typed so far, and needs no JavaScript.
 */
export function FindPeople({ who, offered }: { who: string; offered: number }) {
  const { t } = useWords();
  const id = useId();
  // Everybody is listed already.
  if (who === '' && offered < OFFERED) return null;
  return (
    <div className="mb-1 flex flex-col gap-1">
      <div className="flex gap-1">
        <input
          type="search"
          name="who"
          defaultValue={who}
          maxLength={100}
          placeholder={t('people.moreByName')}
          aria-label={t('people.moreByName')}
          aria-describedby={id}
          className={CONTROL}
        />
        <Button formMethod="get" formNoValidate>
          {t('people.findMore')}
        </Button>
      </div>
      <p id={id} className="text-xs text-muted">
        {offered === 0 ? t('people.nobody') : t('people.moreHint', { count: OFFERED })}
      </p>
    </div>
  );
}
