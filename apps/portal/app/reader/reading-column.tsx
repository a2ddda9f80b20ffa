import type { RefObject } from 'react';
import type { LongListHandle } from '../components/long-list.tsx';
import { EndOfList } from './end-of-list.tsx';
import type { Row } from './make-rows.ts';
import { RowList } from './row-list.tsx';
import type { ReadOn, Towards } from './use-stretch.ts';

interface ColumnProps {
  readonly list: RefObject<LongListHandle>;
  readonly rows: readonly Row[];
  readonly stretch: Pick<ReadOn<never>, 'states' | 'load'>;
  readonly cursors: Readonly<Record<Towards, string | null>>;
  /** In which direction this page goes on from another, without JavaScript. */
  readonly part: Towards | null;
  /** That page, and the pages that go on from this one. */
  readonly opened: string;
  readonly hrefOf: (towards: Towards, cursor: string) => string;
  /** What stands at the very ends. */
  readonly ends: Readonly<Record<Towards, string>>;
}

/** What is read, and its two ends, at which it goes on. */
export function ReadingColumn({ list, rows, stretch, cursors, part, opened, hrefOf, ends }: ColumnProps) {
  const end = (towards: Towards, other: Towards) => {
    const cursor = cursors[towards];
    return (
      <EndOfList
        towards={towards}
        to={part === other || cursor === null ? null : hrefOf(towards, cursor)}
        back={part === other ? opened : null}
        state={stretch.states[towards]}
        onReach={() => stretch.load(towards)}
        end={ends[towards]}
      />
    );
  };
  return (
    <>
      {end('older', 'newer')}
      <RowList ref={list} rows={rows} />
      {end('newer', 'older')}
    </>
  );
}
