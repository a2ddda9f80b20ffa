export interface ConfigProblem {
  readonly variable: string;
  /** What is wrong, without the value. */
  readonly problem: string;
  readonly fix: string;
}

/** Everything wrong with an app's environment at once, as lines to print. Holds no values. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly ConfigProblem[];

  constructor(app: string, problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ variable, problem, fix }) => `  ${variable}: ${problem}. ${fix}`);
    super(`${app} cannot start: ${problems.length} of its settings are wrong.\n${lines.join('\n')}`);
    this.problems = problems;
  }
}
