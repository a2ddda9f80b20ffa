import { Link, useFetcher, useNavigate } from '@remix-run/react';
import { Bot, Building2, UserRound, UsersRound, type LucideIcon } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '../components/button.tsx';
import { CONTROL } from '../components/field.tsx';
import { paths } from '../paths.ts';
import type { loader as choicesLoader } from '../routes/tenant/search-choices.ts';
import { useWords } from '../words/words-context.tsx';
import type { Choice } from './find-choices.ts';
import { roomWord } from './room-word.ts';

interface FinderProps {
  /** Name of its field: people, or rooms. */
  readonly of: 'who' | 'where';
  readonly label: string;
  /** What was looked for without JavaScript, and what was found. */
  readonly typed: string;
  readonly found: readonly Choice[] | null;
  /** Address with one more chosen. */
  readonly addressOf: (value: string) => string;
}

/** Typing pauses this long before it is looked for. */
const PAUSE_MS = 150;

const ICONS: Readonly<Record<NonNullable<Choice['kind']>, LucideIcon>> = {
  employee: Building2,
  external_contact: UserRound,
  robot: Bot,
};

/** Finds a person or a room among all by any of their names; choosing one goes on with it. */
export function Finder({ of, label, typed: asked, found, addressOf }: FinderProps) {
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate();
  const id = useId();
  const fetcher = useFetcher<typeof choicesLoader>({ key: `choices ${id}` });
  const [isLive, setIsLive] = useState(false);
  const [active, setActive] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => {
    setIsLive(true);
    return () => clearTimeout(timer.current);
  }, []);
  const look = (text: string) => fetcher.load(paths.searchChoices(of === 'who' ? { who: text } : { where: text }));
  const choices = fetcher.data?.answer ?? found ?? [];
  const current = choices[Math.min(active, choices.length - 1)];

  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, choices.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else if (event.key === 'Enter') {
      if (current !== undefined) navigate(addressOf(current.value));
    } else return;
    event.preventDefault();
  };

  return (
    <div>
      <div className="mb-1 flex gap-1">
        <input
          type="search"
          name={of}
          defaultValue={asked}
          maxLength={100}
          autoComplete="off"
          placeholder={label}
          aria-label={label}
          {...(isLive && {
            role: 'combobox',
            'aria-expanded': choices.length > 0,
            'aria-controls': `${id}list`,
            'aria-autocomplete': 'list',
            'aria-activedescendant': current === undefined ? undefined : `${id}${current.value}`,
          })}
          onFocus={() => fetcher.data === undefined && fetcher.state === 'idle' && look('')}
          onChange={({ target }) => {
            clearTimeout(timer.current);
            timer.current = setTimeout(() => {
              setActive(0);
              look(target.value.trim());
            }, PAUSE_MS);
          }}
          onKeyDown={press}
          className={CONTROL}
        />
        <Button formNoValidate className="hidden! noscript:inline-flex!">
          {t('search.lookUp')}
        </Button>
      </div>
      <p role="status" className={choices.length === 0 ? 'px-2 text-xs text-muted' : 'sr-only'}>
        {fetcher.data?.answer === null
          ? t('search.choicesFailed')
          : (fetcher.data !== undefined || found !== null) &&
            (choices.length === 0 ? t('search.nobodyFound') : t('search.choicesFound', { count: choices.length }))}
      </p>
      <div id={`${id}list`} {...(isLive && { role: 'listbox', 'aria-label': label })}>
        {choices.map((choice, at) => {
          const Icon = choice.kind === null ? UsersRound : ICONS[choice.kind];
          const isActive = choice === current;
          return (
            <Link
              key={choice.value}
              id={`${id}${choice.value}`}
              to={addressOf(choice.value)}
              {...(isLive && { role: 'option', 'aria-selected': isActive, tabIndex: -1 })}
              onMouseMove={() => setActive(at)}
              className={`flex min-h-8 items-center gap-2 rounded-md px-2 hover:bg-surface-3 ${isLive && isActive ? 'bg-surface-3' : ''}`}
            >
              <Icon aria-hidden size={14} className="shrink-0 text-muted" />
              <span className="max-w-[60%] shrink-0 truncate">
                {choice.kind === null ? roomWord({ roomId: choice.value, name: choice.name }, words) : choice.name}
              </span>
              {choice.kind !== null && <span className="sr-only">{t(`reader.person.${choice.kind}`)}</span>}
              <span className="min-w-0 truncate text-xs text-muted">{choice.notes.join(' · ')}</span>
            </Link>
          );
        })}
      </div>
    </div>
  );
}
