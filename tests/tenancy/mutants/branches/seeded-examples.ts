import original from 'fast-check';

/** Stands in for fast-check: the examples of a seed, and none made smaller. */
export * from 'fast-check';

const settings = { seed: 1 };
export function seedExamples(seed: number): void {
  settings.seed = seed;
}

const assert = ((property: Parameters<typeof original.assert>[0], params: object = {}) =>
  original.assert(property, {
    ...params,
    seed: settings.seed,
    endOnFailure: true,
  })) as typeof original.assert;

export { assert };
export default { ...original, assert };
