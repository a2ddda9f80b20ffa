import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLatest } from '../components/use-latest.ts';
import { mergeStretch, type Stretch, type StretchPart } from './merge-stretch.ts';

export type Towards = 'older' | 'newer';
export type LoadState = 'idle' | 'loading' | 'failed';

interface Parts<Part extends StretchPart> extends Stretch<Part> {
  readonly key: string;
}

/** Which first window this is: what was read on belongs to it alone. */
function keyOf({ gapMinutes, items }: StretchPart, place: string | null): string {
  return [place, gapMinutes, items.at(0)?.messageId, items.at(-1)?.messageId].join(' ');
}

export interface ReadOn<Part extends StretchPart> {
  /** What is at hand, oldest first. */
  readonly context: Part;
  readonly states: Readonly<Record<Towards, LoadState>>;
  /** Brings what is older or newer; nothing where there is none, or while it is on its way. */
  readonly load: (towards: Towards) => void;
}

/**
 * What is read on in both directions from its `first` part, which opens at `place`. `beforeChange` is called right before older messages come in, while
 * the page still shows what it showed.
 */
export function useStretch<Part extends StretchPart>(
  first: Part,
  place: string | null,
  hrefOf: (cursor: string) => string,
  beforeChange: (towards: Towards) => void,
): ReadOn<Part> {
  const key = keyOf(first, place);
  const [kept, setKept] = useState<Parts<Part>>({ key, first, older: [], newer: [] });
  const [states, setStates] = useState<Record<Towards, LoadState>>({ older: 'idle', newer: 'idle' });
  const parts: Parts<Part> = useMemo(
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
      fetchPart<Part>(addressOf(cursor), controller.signal)
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

async function fetchPart<Part>(href: string, signal: AbortSignal): Promise<Part> {
  const response = await fetch(href, { signal, headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error('not answered');
  return (await response.json()) as Part;
}
