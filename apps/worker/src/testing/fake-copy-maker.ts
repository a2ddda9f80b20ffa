import type { CopyMaker, CopyName, MadeCopy } from '@highwater/domain';

/** A maker that makes what it is told to, from whatever is read; by default nothing of any type. */
export class FakeCopyMaker implements CopyMaker {
  /** What a type has; its copies are made by `answer`. */
  readonly types = new Map<string, readonly CopyName[]>();
  answer: (bytes: Buffer) => readonly MadeCopy[] = () => [];
  /** Originals that were read to their end. */
  made = 0;

  wants(contentType: string): readonly CopyName[] {
    return this.types.get(contentType) ?? [];
  }

  async make(source: { readonly bytes: AsyncIterable<Uint8Array> }): Promise<readonly MadeCopy[]> {
    const parts: Uint8Array[] = [];
    for await (const part of source.bytes) parts.push(part);
    this.made += 1;
    return this.answer(Buffer.concat(parts));
  }

  async close(): Promise<void> {}
}
