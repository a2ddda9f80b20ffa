import { Form, useLocation } from '@remix-run/react';
import { LANGUAGES } from '@highwater/domain';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';

const NAMES = { 'zh-CN': '简体中文', en: 'English' } as const;

/** Each language is called by its own name. The page is loaded anew, because all of its words change. */
export function LanguageSwitch() {
  const { t, language } = useWords();
  const { pathname, search } = useLocation();
  const query = new URLSearchParams(search);
  query.delete('lang');
  const back = query.size === 0 ? pathname : `${pathname}?${query}`;
  return (
    <Form
      method="post"
      action={paths.preferences()}
      reloadDocument
      className="flex gap-1"
      aria-label={t('common.language')}
    >
      <HiddenFields values={{ back }} />
      {LANGUAGES.map((each) => (
        <button
          key={each}
          name="language"
          value={each}
          lang={each}
          aria-pressed={each === language}
          className="min-h-8 rounded-md px-2.5 text-muted hover:bg-surface-3 aria-pressed:bg-accent-soft aria-pressed:text-accent"
        >
          {NAMES[each]}
        </button>
      ))}
    </Form>
  );
}
