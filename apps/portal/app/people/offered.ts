/** People offered to choose from; the others are found by name. */
export const OFFERED = 200;
