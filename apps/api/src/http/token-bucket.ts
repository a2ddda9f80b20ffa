/** Allows `perMinute` of something per key, a burst of as many at once. Forgets keys whose bucket is full again. */
export function createTokenBucket(perMinute: number, now: () => number = Date.now) {
  const buckets = new Map<string, { left: number; at: number }>();
  let sweptAt = now();

  function sweep(at: number): void {
    if (at - sweptAt < 60_000) return;
    sweptAt = at;
    for (const [key, bucket] of buckets) if (at - bucket.at >= 60_000) buckets.delete(key);
  }

  return {
    /** Takes one; false when none is left. */
    take(key: string): boolean {
      const at = now();
      sweep(at);
      const bucket = buckets.get(key) ?? { left: perMinute, at };
      const left = Math.min(perMinute, bucket.left + ((at - bucket.at) / 60_000) * perMinute);
      const allowed = left >= 1;
      buckets.set(key, { left: allowed ? left - 1 : left, at });
      return allowed;
    },
  };
}
