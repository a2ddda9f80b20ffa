interface WordTree {
  readonly [key: string]: string | WordTree;
}

/** Words by their full path, "area.entry": fault names hold dots, so a tree could not be walked by path. */
export function flattenWords(tree: WordTree, prefix = ''): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') flat[prefix + key] = value;
    else Object.assign(flat, flattenWords(value, `${prefix}${key}.`));
  }
  return flat;
}
