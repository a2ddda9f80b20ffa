/** Two ascending lists of hashes as one, each once. */
export function joinTokens(one: readonly number[], other: readonly number[]): number[] {
  if (other.length === 0) return [...one];
  return [...Int32Array.from(new Set([...one, ...other])).sort()];
}
