/** Asks again and again until `look` answers something; throws with `what` when `seconds` have passed. */
export async function waitUntil<Found>(
  what: string,
  look: () => Promise<Found | undefined | false>,
  options: { seconds?: number; everyMs?: number } = {},
): Promise<Found> {
  const seconds = options.seconds ?? 30;
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error(`Waited ${seconds} s in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, options.everyMs ?? 200));
  }
}
