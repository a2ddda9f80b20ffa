/** Passes bytes on and remembers what went wrong on the sender's side, so that it is not taken for a fault of storage. */
export interface WatchedSource extends AsyncIterable<Uint8Array> {
  readonly size: number;
  readonly failure: { readonly error: unknown } | undefined;
}

export function watchSource(bytes: AsyncIterable<Uint8Array>): WatchedSource {
  let size = 0;
  let failure: WatchedSource['failure'];
  return {
    get size() {
      return size;
    },
    get failure() {
      return failure;
    },
    async *[Symbol.asyncIterator]() {
      // By hand: `for await` would also catch what the reader throws in when it stops early.
      const iterator = bytes[Symbol.asyncIterator]();
      try {
        for (;;) {
          const next = await iterator.next().catch((error: unknown) => {
            failure = { error };
            throw error;
          });
          if (next.done === true) return;
          size += next.value.byteLength;
          if (next.value.byteLength > 0) yield next.value;
        }
      } finally {
        if (failure === undefined) await iterator.return?.();
      }
    },
  };
}
