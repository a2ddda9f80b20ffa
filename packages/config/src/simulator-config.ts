import { APP_VARIABLES } from './apps.ts';
import { readVariables, type Environment } from './read-variables.ts';

export interface SimulatorConfig {
  readonly host: string;
  readonly port: number;
  /** Folder where the stand-in keeps its companies between runs. */
  readonly folder: string;
  readonly clockFile: string | undefined;
}

/** Throws a ConfigError that lists every wrong variable at once. */
export function readSimulatorConfig(environment: Environment = process.env): SimulatorConfig {
  const values = readVariables('The simulator', APP_VARIABLES.simulator, environment);
  return {
    host: values.HIGHWATER_HOST,
    port: values.HIGHWATER_PORT,
    folder: values.HIGHWATER_SIMULATOR_FOLDER,
    clockFile: values.HIGHWATER_CLOCK_FILE,
  };
}
