import { Form } from '@remix-run/react';
import { CalendarDays, ListTree, SlidersHorizontal } from 'lucide-react';
import type { ConversationView } from '../api/types.ts';
import { Button, ButtonLink } from '../components/button.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { personName } from '../components/person-name.tsx';
import { SelectField } from '../components/select-field.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { BusyCalendar, type BusyMonth } from './busy-calendar.tsx';
import { conversationWays } from './calendar-ways.ts';
import { PopoverPanel } from './popover-panel.tsx';
import { addressQuery, gapChoices, type ReadingAddress } from './reading-address.ts';
import { SearchHere } from './search-here.tsx';
import { ToolBar } from './tool-bar.tsx';

interface ToolsProps {
  readonly conversation: ConversationView;
  readonly messageId: string;
  readonly address: ReadingAddress;
  /** Cuts dialogs now, in minutes. */
  readonly gapMinutes: number;
  readonly busy: BusyMonth;
  readonly day: string;
  readonly searches: boolean;
}

/** How the conversation is cut and from where it is seen. */
function HowToRead({ conversation, messageId, address, gapMinutes }: Omit<ToolsProps, 'busy' | 'day' | 'searches'>) {
  const { t, formatDuration } = useWords();
  const duration = (minutes: number) => formatDuration(minutes * 60);
  const { kind, people } = conversation;
  const isRoom = kind === 'room' || kind === 'group';
  const [path = '', anchor = ''] = paths.message(messageId).split('#');
  return (
    <Form method="get" action={`${path}#${anchor}`} className="flex w-64 max-w-full flex-col gap-3">
      <HiddenFields values={{ q: address.q }} />
      <SelectField
        label={t('reading.gap')}
        name="gap"
        defaultValue={address.gap === null ? '' : String(address.gap)}
        options={[
          ...(address.gap === null ? [{ value: '', label: t('reading.gapOwn', { gap: duration(gapMinutes) }) }] : []),
          ...gapChoices(gapMinutes).map((minutes) => ({ value: String(minutes), label: duration(minutes) })),
        ]}
      />
      {isRoom && (
        <SelectField
          label={t('reading.viewpoint')}
          name="view"
          defaultValue={address.view}
          options={[
            { value: '', label: t('reading.viewpointNone') },
            ...people.map((person) => ({ value: person.personKey, label: personName(person) })),
          ]}
        />
      )}
      <div>
        <Button>{t('reading.show')}</Button>
      </div>
    </Form>
  );
}

/** Search in this conversation, the calendar, how it is cut, and the list of its dialogs. */
export function ReaderTools(props: ToolsProps) {
  const { conversation, address, busy, day, searches } = props;
  const { t } = useWords();
  const { conversationId } = conversation;
  const { gap, view } = addressQuery(address);
  return (
    <ToolBar>
      {searches && (
        <SearchHere within={{ conversation: conversationId }} label={t('reading.searchWords')} q={address.q} />
      )}
      <PopoverPanel name="date" label={t('reading.toDate')} icon={<CalendarDays aria-hidden size={16} />}>
        <BusyCalendar ways={conversationWays(conversationId, address)} first={busy} day={day} />
      </PopoverPanel>
      <PopoverPanel name="how" label={t('reading.tools')} icon={<SlidersHorizontal aria-hidden size={16} />}>
        <HowToRead {...props} />
      </PopoverPanel>
      <ButtonLink to={paths.conversation(conversationId, { gap, view })} icon={<ListTree aria-hidden size={16} />}>
        {t('reading.allDialogs')}
      </ButtonLink>
    </ToolBar>
  );
}
