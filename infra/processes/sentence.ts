/** A failure that a person can act on: commands print its sentence alone, without a stack. */
export class Sentence extends Error {
  override readonly name = 'Sentence';
}
