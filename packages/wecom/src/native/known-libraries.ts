/** Builds of the vendor's library as published by the vendor or measured from independent copies. */
interface KnownLibrary {
  readonly name: string;
  readonly md5?: string;
  readonly sha256?: string;
}

const KNOWN: readonly KnownLibrary[] = [
  { name: 'v3.0 (20250205), x86_64', md5: 'f2db3dd1372c516db6290afbd1b5c698' },
  { name: 'v3.0 (20250205), arm64', md5: '2d22071add7284a978f55e70cc7ddb3d' },
  { name: 'v2.0 (20240606), x86_64', md5: 'd422224e67eb07a195d1d7115b39284c' },
  { name: 'v1 (20200215), x86_64', md5: '781ec3cbad904b1527023cc9df0f279b' },
  { name: 'v1 (2020), x86_64', sha256: '445d73e1c05dcf478ad1e27970c840570db7356c18c7d20b032d105f2c7d9ce9' },
];

/** Name of a build, or undefined: new builds appear. */
export function nameLibrary({ md5, sha256 }: { md5: string; sha256: string }): string | undefined {
  return KNOWN.find((known) => known.sha256 === sha256 || known.md5 === md5)?.name;
}

/** Loaded without the operator's pin. Not by MD5: another file can be made to have it. */
export function isKnownLibrary(sha256: string): boolean {
  return KNOWN.some((known) => known.sha256 === sha256);
}
