import { FaultError } from '@highwater/domain';
import { cutChunks } from './cut-chunks.ts';
import { OBJECT_HEADER_BYTES, SEALED_CHUNK_BYTES } from './object-size.ts';
import { readObjectHeader } from './read-object-header.ts';

/**
 * Opens a whole object as it streams. Every byte given out is authenticated; that the object is complete is known
 * only at the end, so a consumer that stops at an error must throw away what it has.
 * Throws `object.damaged` when bytes were changed, moved, cut off or added, or belong to another key or name.
 */
export async function* openObject(
  key: Uint8Array,
  aad: string,
  sealed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const reader = sealed[Symbol.asyncIterator]();
  try {
    let first = Buffer.alloc(0);
    while (first.length < OBJECT_HEADER_BYTES) {
      const { done, value } = await reader.next();
      if (done === true) throw new FaultError('object.damaged');
      first = Buffer.concat([first, value]);
    }
    const cipher = readObjectHeader(key, aad, first.subarray(0, OBJECT_HEADER_BYTES));
    const body = followedBy(first.subarray(OBJECT_HEADER_BYTES), reader);
    let index = 0;
    for await (const { bytes, isLast } of cutChunks(body, SEALED_CHUNK_BYTES)) {
      const plaintext = cipher.open(index, isLast, bytes);
      if (isLast && index > 0 && plaintext.length === 0) throw new FaultError('object.damaged');
      index += 1;
      yield plaintext;
    }
  } finally {
    await reader.return?.();
  }
}

async function* followedBy(first: Uint8Array, reader: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await reader.next(); next.done !== true; next = await reader.next()) yield next.value;
}
