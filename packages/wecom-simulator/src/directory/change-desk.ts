import type { UnixMs } from '@highwater/domain';
import { Refusal } from '../corp/refusal.ts';
import type { ContactEvent } from './contact-event.ts';
import type { Directory } from './directory.ts';
import type { DirectoryChange } from './entries.ts';

/** What changes of a directory work with: each is in the journal before it is told. */
export interface ChangeDesk {
  readonly directory: Directory;
  readonly now: () => UnixMs;
  readonly record: (change: DirectoryChange) => void;
  readonly tell: (event: ContactEvent) => void;
}

/** The entry, or a Refusal when there is none. */
export function need<Entry>(entry: Entry | undefined): Entry {
  if (entry !== undefined) return entry;
  throw new Refusal(
    'directory.unknown',
    '没有这个成员、联系人、部门或群。',
    'There is no such person, department or room.',
  );
}
