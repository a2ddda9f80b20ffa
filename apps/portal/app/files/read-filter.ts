import type { FileFilter, FileList } from '../api/files.ts';
import type { Tone } from '../components/state-badge.tsx';
import { isFault } from '../gaps/read-filter.ts';

export const LIST_TONES: Readonly<Record<FileList, Tone>> = {
  waiting: 'waiting',
  absent: 'loss',
  deviating: 'attention',
  unread: 'neutral',
};

const LISTS = Object.keys(LIST_TONES) as readonly FileList[];

/** Which part of the media ledger an address or a form means; undefined when it names no list. */
export function readFilter(get: (name: string) => string | null): FileFilter | undefined {
  const list = LISTS.find((each) => each === get('list'));
  if (list === undefined) return undefined;
  const [fault, connectionId] = [get('fault') ?? '', get('connectionId') ?? ''];
  return {
    list,
    ...(isFault(fault) ? { fault } : {}),
    ...(connectionId === '' ? {} : { connectionId }),
  };
}
