/** Lets at most so many run at once for each key; the others wait, first come, first served. */
export function createTurns(most: number): <Result>(key: string, work: () => Promise<Result>) => Promise<Result> {
  const running = new Map<string, { count: number; readonly waiting: (() => void)[] }>();

  return async (key, work) => {
    const line = running.get(key) ?? { count: 0, waiting: [] };
    running.set(key, line);
    // Whoever ends hands its place on: the count stays.
    if (line.count >= most) await new Promise<void>((resolve) => line.waiting.push(resolve));
    else line.count += 1;
    try {
      return await work();
    } finally {
      const next = line.waiting.shift();
      if (next !== undefined) next();
      else if (--line.count === 0) running.delete(key);
    }
  };
}
