import { useId } from 'react';
import { Button } from '../components/button.tsx';
import { CONTROL } from '../components/field.tsx';
import { useWords } from '../words/words-context.tsx';

/** Looks for more than a list offers, as part of the form it stands in: nothing that was chosen is lost. */
export function SeekBox({ name, sought, label }: { name: string; sought: string; label: string }) {
  const { t } = useWords();
  const id = useId();
  return (
    <div className="mt-1 flex gap-1">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        id={id}
        type="search"
        name={name}
        defaultValue={sought}
        maxLength={100}
        placeholder={label}
        className={CONTROL}
      />
      <Button name="intent" value="find" formNoValidate>
        {t('grants.find')}
      </Button>
    </div>
  );
}
