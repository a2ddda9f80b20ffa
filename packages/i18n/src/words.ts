/** The shape that a translation must have: exactly the keys of the first language, each a text. */
export type WordsLike<T> = { readonly [K in keyof T]: T[K] extends string ? string : WordsLike<T[K]> };

/** "area.entry" paths of all words. `x_one`/`x_other` may be asked for as `x`, with `count`. */
export type WordPath<T> = {
  [K in keyof T & string]: T[K] extends string
    ? K | (K extends `${infer Base}_other` ? Base : never)
    : `${K}.${WordPath<T[K]>}`;
}[keyof T & string];
