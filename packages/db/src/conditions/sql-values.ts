/** Collects the values of one statement and hands out their placeholders. */
export class SqlValues {
  readonly all: unknown[] = [];

  /** Adds a value; returns its placeholder ("$3"). */
  add(value: unknown): string {
    this.all.push(value);
    return `$${this.all.length}`;
  }
}
