/** What a stage of `npm test` found. A tool that says only yes or no counts as one test. */
export interface StageResult {
  readonly passed: number;
  readonly failed: number;
  /** Shown when something failed. */
  readonly output: string;
}

export interface Stage {
  readonly name: string;
  /** Groups for `npm test -- --only …`. */
  readonly group: 'house' | 'unit' | 'db' | 'journeys';
  run(): Promise<StageResult>;
}
