import { Form } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { ToneIcon } from '../components/state-badge.tsx';
import { useWords } from '../words/words-context.tsx';

/** What was just done with a saved search. */
export type SavedDone =
  | { readonly done: 'saved'; readonly name: string }
  | { readonly done: 'unsaved'; readonly name: string; readonly address: string };

/** Says what was done; a deletion can be taken back. */
export function SavedNotice({ done }: { done: SavedDone }) {
  const { t } = useWords();
  return (
    <div role="status" className="mb-3 flex flex-wrap items-center gap-2 rounded-md bg-surface-2 px-3 py-1.5 text-sm">
      <ToneIcon tone={done.done === 'saved' ? 'healthy' : 'neutral'} />
      {t(done.done === 'saved' ? 'search.savedAs' : 'search.unsaved', { name: done.name })}
      {done.done === 'unsaved' && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value="save" />
          <input type="hidden" name="name" value={done.name} />
          <input type="hidden" name="address" value={done.address} />
          <Button look="quiet">{t('search.undo')}</Button>
        </Form>
      )}
    </div>
  );
}
