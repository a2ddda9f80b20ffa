/** What of the words a piece of code may ask for, as beginnings of keys: "search.title", "search.write.". */
export function findBeginnings(code: string, areas: readonly string[]): readonly string[] {
  const text = new RegExp(`['"\`]((?:${areas.join('|')})\\.[\\w.]*)`, 'g');
  const found = new Set(Array.from(code.matchAll(text), (match) => match[1] ?? ''));
  // Not asked for by key: a fault and its remedy come by the fault's name.
  if (/\bfault\(/.test(code)) found.add('faults.');
  if (/\bremedyWords\(/.test(code)) found.add('remedies.');
  return [...found];
}

/** The keys that begin so. More than an exact match: a key may be put together ("kinds.name." + kind) or counted. */
export function chooseKeys(keys: readonly string[], beginnings: ReadonlySet<string>): readonly string[] {
  const all = [...beginnings];
  return keys.filter((key) => all.some((beginning) => key.startsWith(beginning)));
}
