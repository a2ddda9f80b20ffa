import { FaultError, type ObjectStore } from '@highwater/domain';

/** Objects in memory; like the real stores, all of an object or nothing. */
export class MemoryStore implements ObjectStore {
  readonly objects = new Map<string, Buffer>();

  async put(name: string, bytes: AsyncIterable<Uint8Array>): Promise<{ size: number }> {
    const parts: Uint8Array[] = [];
    for await (const part of bytes) parts.push(part);
    const whole = Buffer.concat(parts);
    this.objects.set(name, whole);
    return { size: whole.length };
  }

  async get(name: string, range?: { start: number; end: number }): Promise<AsyncIterable<Uint8Array>> {
    const object = this.objects.get(name);
    if (object === undefined) throw new FaultError('object.missing');
    const part = range === undefined ? object : object.subarray(range.start, range.end + 1);
    return (async function* () {
      yield part;
    })();
  }

  async size(name: string): Promise<number | undefined> {
    return this.objects.get(name)?.length;
  }

  async delete(name: string): Promise<void> {
    this.objects.delete(name);
  }

  async *list(prefix: string): AsyncGenerator<string> {
    for (const name of this.objects.keys()) if (name.startsWith(prefix)) yield name;
  }
}
