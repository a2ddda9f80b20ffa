/** Whether the one token of a normalised word stands in a message exactly when the word does: one or two characters, no space. */
export function isExactWord(word: string): boolean {
  const codePoints = [...word];
  return codePoints.length > 0 && codePoints.length <= 2 && !codePoints.includes(' ');
}
