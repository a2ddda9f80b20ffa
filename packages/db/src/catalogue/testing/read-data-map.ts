export interface MappedColumn {
  /** "hw.messages.plaintext" */
  readonly name: string;
  readonly form: string;
  readonly meaning: string;
}

/** The columns of docs/data-map.md: a heading per table, below it a line per column. */
export function readDataMap(markdown: string): readonly MappedColumn[] {
  const columns: MappedColumn[] = [];
  let table: string | undefined;
  for (const line of markdown.split('\n')) {
    if (line.startsWith('#')) table = /^### `([a-z_.]+)`$/.exec(line)?.[1];
    const cells = /^\| `(\w+)` \| ([a-z ]+) \| (.+) \|$/.exec(line);
    const [, column, form, meaning] = cells ?? [];
    if (table === undefined || column === undefined || form === undefined || meaning === undefined) continue;
    columns.push({ name: `${table}.${column}`, form, meaning });
  }
  return columns;
}
