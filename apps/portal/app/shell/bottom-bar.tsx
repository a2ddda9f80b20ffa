import { Link, useLocation } from '@remix-run/react';
import { Menu } from 'lucide-react';
import type { Member } from '../session/require-member.ts';
import { useWords } from '../words/words-context.tsx';
import { OwnCompanies } from './company-list.tsx';
import { allowedPlaces, isIn, PHONE_PLACES, type Place } from './navigation.ts';
import { PersonPanel } from './person-menu.tsx';

const ITEM =
  'flex min-h-13 flex-1 flex-col items-center justify-center gap-0.5 text-xs text-muted aria-[current]:text-accent';

function BarLink({ place, pathname }: { place: Place; pathname: string }) {
  const { t } = useWords();
  return (
    <Link to={place.to} aria-current={isIn(place, pathname) ? 'page' : undefined} className={`${ITEM} min-w-0`}>
      <place.icon aria-hidden size={20} />
      <span className="max-w-full truncate px-0.5">{t(place.short)}</span>
    </Link>
  );
}

/** The places of a phone; what does not fit stands behind the last button. */
export function BottomBar({ me }: { me: Member }) {
  const { t } = useWords();
  const { pathname } = useLocation();
  const places = allowedPlaces(me.actions, me.support.looking !== null);
  return (
    <nav
      aria-label={t('shell.places')}
      className="fixed inset-x-0 bottom-0 z-20 flex print:hidden border-t border-line bg-surface-2 pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      {places.slice(0, PHONE_PLACES).map((place) => (
        <BarLink key={place.to} place={place} pathname={pathname} />
      ))}
      <details key={pathname} className="flex flex-1">
        <summary className={`${ITEM} w-full`}>
          <Menu aria-hidden size={20} />
          {t('common.more')}
        </summary>
        <div className="absolute inset-x-2 bottom-full mb-2 flex animate-appear flex-col gap-3 rounded-lg bg-surface p-4 shadow-float">
          <div className="-mx-2.5">
            <OwnCompanies me={me} />
          </div>
          <div className="grid grid-cols-2 gap-1">
            {places.slice(PHONE_PLACES).map((place) => (
              <Link
                key={place.to}
                to={place.to}
                className="flex min-h-10 items-center gap-2 rounded-md px-2 hover:bg-surface-3"
              >
                <place.icon aria-hidden size={18} className="text-muted" />
                {t(place.word)}
              </Link>
            ))}
          </div>
          <PersonPanel me={me} />
        </div>
      </details>
    </nav>
  );
}
