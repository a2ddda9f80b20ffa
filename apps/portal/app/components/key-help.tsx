import { Keyboard } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { useWords } from '../words/words-context.tsx';
import { Button } from './button.tsx';
import { isPlainKey } from './is-plain-key.ts';

export interface KeyLine {
  /** Any of them does it; "g d" is one key after the other. */
  readonly keys: readonly string[];
  readonly does: string;
}

function Keys({ keys }: { keys: readonly string[] }) {
  return keys.map((key) => (
    <span key={key} className="flex gap-0.5">
      {key.split(' ').map((each, at) => (
        <kbd
          key={at}
          className="min-w-6 rounded-sm border border-line bg-surface-2 px-1.5 text-center font-mono text-xs leading-6"
        >
          {each}
        </kbd>
      ))}
    </span>
  ));
}

/** All keys of a page: a button, and the dialog that it and `?` open. Keys need JavaScript, and so does this. */
export function KeyHelp({ lines }: { lines: readonly KeyLine[] }) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    const own = dialog.current;
    const press = (event: KeyboardEvent) => {
      if (event.key !== '?' || !isPlainKey(event)) return;
      event.preventDefault();
      if (own?.open === false) own.showModal();
    };
    // Its content fills it: what hits the dialog itself was aimed beside it.
    const beside = ({ target }: MouseEvent) => target === own && own?.close();
    document.addEventListener('keydown', press);
    own?.addEventListener('click', beside);
    return () => {
      document.removeEventListener('keydown', press);
      own?.removeEventListener('click', beside);
    };
  }, []);
  return (
    <>
      <Button
        type="button"
        look="quiet"
        aria-haspopup="dialog"
        icon={<Keyboard aria-hidden size={16} />}
        onClick={() => dialog.current?.showModal()}
        className="max-sm:hidden noscript:hidden"
      >
        {t('common.keys')}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={title}
        className="m-auto w-full max-w-md rounded-lg border border-line bg-surface p-0 text-ink shadow-float backdrop:bg-ink/30"
      >
        <div className="p-5">
          <h2 id={title} className="mb-3 text-base">
            {t('common.keys')}
          </h2>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-2 text-sm">
            {[...lines, { keys: ['?'], does: t('common.keysShow') }].map(({ keys, does }) => (
              <div key={does} className="contents">
                <dt className="flex flex-wrap gap-1">
                  <Keys keys={keys} />
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <form method="dialog" className="mt-4 flex justify-end">
            <Button>{t('common.close')}</Button>
          </form>
        </div>
      </dialog>
    </>
  );
}
