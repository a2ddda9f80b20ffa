const MIB = 1024 * 1024;

/** What one process may take. Enforced by the kernel where a line says so, else by the parent that watches. */
export const LIMITS = {
  /** Kernel, RLIMIT_CPU. */
  cpuSeconds: 5,
  /** Resident memory, watched by the parent. */
  memoryBytes: 256 * MIB,
  /**
   * Writable memory beyond what an idle process has; kernel, RLIMIT_DATA. V8 reserves half a gigabyte for code that it
   * never touches and that counts, so the limit can only be set from where an idle process stands.
   */
  growthBytes: 176 * MIB,
  /** A program that is not Node reserves nothing; kernel, RLIMIT_DATA. */
  programBytes: 240 * MIB,
  /** Of waiting and working, on machines with much else to do. */
  wallMs: 60_000,
  startMs: 30_000,
  heapMib: 96,
  youngMib: 8,
  stackKib: 2048,
  files: 64,
} as const;

/** What an answer may bring. */
export const MOST = {
  headerBytes: 16 * 1024,
  audioBytes: 32 * MIB,
  pictureBytes: MIB,
  textCharacters: 1_000_000,
  /** Three bytes at most per UTF-16 unit. */
  textBytes: 3_000_000,
  peaks: 200,
  /** Longer edge of a small picture. */
  pixels: 480,
  /** Input by kind; larger files are too costly unread. */
  voiceBytes: 16 * MIB,
  fileBytes: 48 * MIB,
  videoBytes: 96 * MIB,
  frameBytes: 24 * MIB,
} as const;
