import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReadContext } from '../api/reading-types.ts';
import { useLatest } from '../components/use-latest.ts';
import { mergeStretch, type Stretch } from './merge-stretch.ts';

export type Towards = 'older' | 'newer';
export type LoadState = 'idle' | 'loading' | 'failed';

interface Parts extends Stretch {
  readonly key: string;
}

/** Which first window this is: what was read on belongs to it alone. */
function keyOf({ anchorId, gapMinutes, items }: ReadContext): string {
  return [anchorId, gapMinutes, items.at(0)?.messageId, items.at(-1)?.messageId].join(' ');
}

export interface ReadOn {
  /** What is at hand, oldest first. */
  readonly context: ReadContext;
  readonly states: Readonly<Record<Towards, LoadState>>;
  /** Brings what is older or newer; nothing where there is none, or while it is on its way. */
  readonly load: (towards: Towards) => void;
}

/**
 * A conversation that is read on in both directions. `beforeChange` is called right before older messages come in, while
 * the page still shows what it showed.
 */
export function useStretch(
  first: ReadContext,
  hrefOf: (cursor: string) => string,
  beforeChange: (towards: Towards) => void,
): ReadOn {
  const key = keyOf(first);
  const [kept, setKept] = useState<Parts>({ key, first, older: [], newer: [] });
  const [states, setStates] = useState<Record<Towards, LoadState>>({ older: 'idle', newer: 'idle' });
  const parts: Parts = useMemo(
    () => (kept.key === key ? { ...kept, first } : { key, first, older: [], newer: [] }),
    [kept, key, first],
  );
  const context = useMemo(() => mergeStretch(parts), [parts]);
  const present = useLatest({ parts, context, hrefOf, beforeChange });
  const running = useRef(new Map<Towards, AbortController>());

  useEffect(() => {
    const controllers = running.current;
    setStates({ older: 'idle', newer: 'idle' });
    return () => {
      for (const controller of controllers.values()) controller.abort();
      controllers.clear();
    };
  }, [key]);

  const load = useCallback(
    (towards: Towards) => {
      const { context: now, hrefOf: addressOf } = present.current;
      const cursor = towards === 'older' ? now.olderCursor : now.newerCursor;
      if (cursor === null || running.current.has(towards)) return;
      const controller = new AbortController();
      running.current.set(towards, controller);
      setStates((all) => ({ ...all, [towards]: 'loading' }));
      fetchPart(addressOf(cursor), controller.signal)
        .then((part) => {
          if (controller.signal.aborted) return;
          running.current.delete(towards);
          present.current.beforeChange(towards);
          const { parts: before } = present.current;
          setKept({ ...before, [towards]: [...before[towards], part] });
          setStates((all) => ({ ...all, [towards]: 'idle' }));
        })
        .catch(() => {
          if (controller.signal.aborted) return;
          running.current.delete(towards);
          setStates((all) => ({ ...all, [towards]: 'failed' }));
        });
    },
    [present],
  );
  return { context, states, load };
}

async function fetchPart(href: string, signal: AbortSignal): Promise<ReadContext> {
  const response = await fetch(href, { signal, headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error('not answered');
  return (await response.json()) as ReadContext;
}
