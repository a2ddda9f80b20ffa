import { useEffect, useRef } from 'react';

/** The value of the last drawing, for what runs later: handlers, timers, answers. */
export function useLatest<Value>(value: Value): { readonly current: Value } {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
