/** Somebody else goes on with the file, or it is not wanted any more: what is under way here ends and changes nothing. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}
