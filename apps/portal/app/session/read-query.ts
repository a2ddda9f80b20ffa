/** A value of the address when it is one of those allowed. */
export function queryChoice<Choice extends string>(
  search: URLSearchParams,
  name: string,
  allowed: readonly Choice[],
): Choice | undefined {
  return allowed.find((choice) => choice === search.get(name));
}

/** Values of the address that are given and not empty, by name. */
export function queryTexts<Name extends string>(
  search: URLSearchParams,
  names: readonly Name[],
): { [N in Name]?: string } {
  const texts: { [N in Name]?: string } = {};
  for (const name of names) {
    const text = search.get(name)?.trim();
    if (text) texts[name] = text;
  }
  return texts;
}
