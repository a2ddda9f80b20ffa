export interface ProcessSpec {
  /** Names the log file and the lines on the terminal. */
  readonly name: string;
  /** TypeScript file that Node runs. */
  readonly script: string;
  readonly args?: readonly string[];
  /** The whole environment but PATH: a child knows nothing that it was not given. */
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Answers 200 once the process serves. Without one, ready means started. */
  readonly readyUrl?: string;
}
