import { Form, Link, useLocation } from '@remix-run/react';
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { paths } from '../paths.ts';
import type { Member } from '../session/require-member.ts';
import { useWords } from '../words/words-context.tsx';
import { CompanySwitcher } from './company-switcher.tsx';
import { allowedPlaces, isIn } from './navigation.ts';
import { PersonMenu } from './person-menu.tsx';

/** The left rail of wide screens: company on top, places, the signed-in person below. */
export function Rail({ me, narrow }: { me: Member; narrow: boolean }) {
  const { t } = useWords();
  const { pathname, search } = useLocation();
  const Toggle = narrow ? PanelLeftOpen : PanelLeftClose;
  const toggleWord = t(narrow ? 'shell.widen' : 'shell.narrow');
  return (
    <aside
      className={`sticky top-0 hidden h-dvh print:hidden shrink-0 flex-col gap-3 border-r border-line bg-surface-2 p-2 sm:flex ${narrow ? 'w-14' : 'w-14 lg:w-52'}`}
    >
      <CompanySwitcher me={me} narrow={narrow} />
      <nav aria-label={t('shell.places')} className="flex min-h-0 flex-1 flex-col gap-0.5 overflow-y-auto">
        {allowedPlaces(me.actions, me.support.looking !== null).map((each) => (
          <Link
            key={each.to}
            to={each.to}
            prefetch="intent"
            title={t(each.word)}
            aria-current={isIn(each, pathname) ? 'page' : undefined}
            className="flex min-h-9 items-center gap-2.5 rounded-md px-2.5 text-muted hover:bg-surface-3 hover:text-ink aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent"
          >
            <each.icon aria-hidden size={18} className="shrink-0" />
            <span className={narrow ? 'sr-only' : 'truncate max-lg:sr-only'}>{t(each.word)}</span>
          </Link>
        ))}
      </nav>
      <Form method="post" action={paths.preferences()} className="max-lg:hidden">
        <HiddenFields values={{ rail: narrow ? 'wide' : 'narrow', back: pathname + search }} />
        <button
          title={toggleWord}
          className="flex min-h-9 w-full items-center gap-2.5 rounded-md px-2.5 text-xs text-muted hover:bg-surface-3"
        >
          <Toggle aria-hidden size={16} className="shrink-0" />
          <span className={narrow ? 'sr-only' : ''}>{toggleWord}</span>
        </button>
      </Form>
      <PersonMenu me={me} narrow={narrow} />
    </aside>
  );
}
