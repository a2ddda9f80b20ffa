/** Where random bytes come from: `randomBytes` of node:crypto everywhere but in test vectors. */
export type RandomSource = (size: number) => Uint8Array;
