import { readFileSync } from 'node:fs';

/** fixtures/crypto-formats.json: every stored format, made once with counted instead of random bytes. Tests only. */
export interface CryptoFormats {
  readonly keyHex: string;
  readonly box: { readonly publicPem: string; readonly privatePem: string };
  readonly sealed: readonly { readonly aad: string; readonly plaintextHex: string; readonly sealedHex: string }[];
  readonly fileTexts: readonly {
    readonly tenantId: string;
    readonly sha256: string;
    readonly text: string;
    readonly sealedHex: string;
  }[];
  readonly boxes: readonly { readonly aad: string; readonly plaintextHex: string; readonly sealedHex: string }[];
  readonly dataKeys: readonly {
    readonly tenantId: string;
    readonly version: number;
    readonly dataKeyHex: string;
    readonly wrappedHex: string;
  }[];
  /** Plain objects are `size` bytes of `index % 251`. */
  readonly objects: readonly {
    readonly aad: string;
    readonly size: number;
    readonly sealedSize: number;
    readonly sealedSha256: string;
  }[];
  readonly subkeys: Readonly<Record<string, string>>;
  readonly searchTokens: readonly { readonly token: string; readonly hash: number }[];
  readonly ids: readonly { readonly parts: readonly string[]; readonly id: string }[];
  readonly linkTokens: readonly { readonly linkId: string; readonly token: string }[];
  readonly ledger: { readonly leaf: string; readonly head: string };
}

export function readCryptoFormats(): CryptoFormats {
  const formats: CryptoFormats = JSON.parse(
    readFileSync(new URL('../fixtures/crypto-formats.json', import.meta.url), 'utf8'),
  );
  return formats;
}

/** 0, 1, 2 … instead of random bytes. */
export function countedBytes(size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, at) => at % 256);
}

/** The plain bytes of an object vector, in pieces of odd sizes. */
export async function* objectBytes(size: number, pieceSize = 10_007): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < size; at += pieceSize) {
    yield Uint8Array.from({ length: Math.min(pieceSize, size - at) }, (_, inside) => (at + inside) % 251);
  }
}

export async function collect(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}
