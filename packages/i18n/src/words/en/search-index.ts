import type { WordsLike } from '../../words.ts';
import type { searchIndex as first } from '../zh-CN/search-index.ts';

export const searchIndex = {
  title: 'Search index',
  lead: 'A search finds messages by the index. This page says how much of the archive it finds, and whether index and archive agree.',
  found: 'Messages that a search finds',
  range: '{{indexed}} of {{total}}',
  waiting: 'Another {{count}} wait for a key and follow by themselves once they open.',
  unreadable: 'The originals of {{count}} messages do not open; these are found by people, time and type only.',
  state: {
    complete: 'Complete',
    indexing: 'Not complete',
    rebuilding: 'Rebuilding',
    repairing: 'Repairing',
  },
  engine: 'Who answers searches now',
  engines: {
    postgres: 'The index of the archive itself',
    typesense: 'The fast search server',
  },
  checking: 'Checking',
  rebuilding: 'Rebuilding; searches work meanwhile',
  progress: '{{done}} of {{total}}',
  counting: 'Counting…',
  check: {
    title: 'Compared with the archive',
    lead: 'Once a day every message is compared with the index. What differs is repaired at once and told as a finding.',
    last: 'Last check',
    never: 'Not checked yet',
    wasEmpty: 'At the last comparison ({{time}}) the archive held no message yet.',
    examined: 'Messages compared',
    missing: 'Missing in the index',
    extra: 'Too many in the index',
    differing: 'Different',
    clean: 'No difference',
    drifted: '{{count}} differences, repaired',
    now: 'Check now',
  },
  rebuild: {
    title: 'Rebuild the index',
    lead: 'Makes the index of every message anew from its kept original. Rarely needed: an update does it by itself when it must.',
    open: 'Rebuild the index…',
    warning:
      'All {{count}} messages are processed again; searches work meanwhile. You can leave this page, the rebuild goes on.',
    confirm: 'Start rebuilding',
  },
  typesense: {
    title: 'Fast search server',
    lead: 'Optional. With very many messages, filters and numbers come faster; the results are those of the index of the archive.',
    clear:
      'The text of messages, file names and files stands in clear on the search server of this service. The originals in the archive stay encrypted.',
    none: 'No fast search server is set up here. The index of the archive itself is always there and complete.',
    gone: 'The server was taken out of the settings and the switch is still on. Searches use the index of the archive itself.',
    off: 'Off',
    filling: 'Being filled',
    ready: 'In use',
    troubled: 'Not used now',
    troubledWhy:
      'The server does not answer as it should, or does not hold everything yet. Searches use the index of the archive itself and are complete.',
    leaving: 'Being emptied',
    leavingWhy: 'It is off and no search uses it. The messages that it held are being removed.',
    left: 'Off since {{time}}; it holds no message any more.',
    holds: 'Messages it holds',
    behind: 'Waiting to be added',
    checkedAt: 'Last compared with the archive',
    on: 'Switch on…',
    onWarning:
      'The text of all messages will stand in clear on the search server. Until it holds everything, searches use the index of the archive itself. You can switch it off at any time.',
    onConfirm: 'Switch on',
    offOpen: 'Switch off…',
    offWarning:
      'It is not used from now on, and all messages that it holds are removed. Searches go on with the index of the archive itself, complete.',
    offConfirm: 'Switch off and remove',
  },
  readOnly: 'Only members who manage the connection can check, rebuild and switch.',
} as const satisfies WordsLike<typeof first>;
