import { useId } from 'react';
import { useWords } from '../words/words-context.tsx';
import { Button } from './button.tsx';
import { CONTROL } from './field.tsx';

interface FindMoreProps {
  /** Name of its field, and what was looked for. */
  readonly name: string;
  readonly sought: string;
  readonly label: string;
  /** What is offered, and what this looks for. */
  readonly hint: string;
}

/**
 * A box that looks for more than a list offers. Part of whatever form it stands in: it asks for the same page with
 * everything typed so far, and needs no JavaScript.
 */
export function FindMore({ name, sought, label, hint }: FindMoreProps) {
  const { t } = useWords();
  const id = useId();
  return (
    <div className="mb-1 flex flex-col gap-1">
      <div className="flex gap-1">
        <input
          type="search"
          name={name}
          defaultValue={sought}
          maxLength={100}
          placeholder={label}
          aria-label={label}
          aria-describedby={id}
          className={CONTROL}
        />
        <Button formMethod="get" formNoValidate>
          {t('people.findMore')}
        </Button>
      </div>
      <p id={id} className="text-xs text-muted">
        {hint}
      </p>
    </div>
  );
}
