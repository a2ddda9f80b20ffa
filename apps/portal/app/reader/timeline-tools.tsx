import { CalendarDays, ChevronsDown } from 'lucide-react';
import type { PersonView } from '../api/types.ts';
import { ButtonLink } from '../components/button.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { BusyCalendar, type BusyMonth } from './busy-calendar.tsx';
import { timelineWays } from './calendar-ways.ts';
import { PopoverPanel } from './popover-panel.tsx';
import { addressQuery, type ReadingAddress } from './reading-address.ts';
import { SearchHere } from './search-here.tsx';
import { ToolBar } from './tool-bar.tsx';

interface ToolsProps {
  readonly person: PersonView;
  readonly address: ReadingAddress;
  readonly busy: BusyMonth;
  readonly day: string;
  /** A month was turned to where no JavaScript runs: the calendar stands open. */
  readonly isTurned: boolean;
  readonly searches: boolean;
}

/** Search in a customer's messages, the calendar of their busy days, and the way to the newest. */
export function TimelineTools({ person, address, busy, day, isTurned, searches }: ToolsProps) {
  const { t } = useWords();
  const { gap } = addressQuery(address);
  return (
    <ToolBar>
      {searches && <SearchHere within={{ person: person.personKey }} label={t('reading.searchPerson')} q={address.q} />}
      <PopoverPanel
        name="date"
        label={t('reading.toDate')}
        icon={<CalendarDays aria-hidden size={16} />}
        isOpen={isTurned}
      >
        <BusyCalendar ways={timelineWays(person, address)} first={busy} day={day} />
      </PopoverPanel>
      <ButtonLink to={paths.timeline(person, { gap })} icon={<ChevronsDown aria-hidden size={16} />}>
        {t('reading.newest')}
      </ButtonLink>
    </ToolBar>
  );
}
