import { APP_VARIABLES } from './apps.ts';
import { readVariables, type Environment } from './read-variables.ts';
import type { Mode } from './variables/mode.ts';
import { operatorRule } from './variables/operator.ts';
import { productionRule } from './variables/production-rule.ts';

export interface PortalConfig {
  readonly mode: Mode;
  readonly host: string;
  readonly port: number;
  /** Public origin, without a trailing slash. */
  readonly portalUrl: string;
  /** Origin of the operator's console, without a trailing slash; undefined where there is none. */
  readonly operatorUrl: string | undefined;
  readonly apiUrl: string;
  /** 32 bytes: signs the visitor's address for the API. */
  readonly portalSigningKey: Uint8Array;
  /** Development only: the connection page links to its console. */
  readonly wecomSimulatorUrl: string | undefined;
}

/** Throws a ConfigError that lists every wrong variable at once. */
export function readPortalConfig(environment: Environment = process.env): PortalConfig {
  const values = readVariables('The portal', APP_VARIABLES.portal, environment, [operatorRule, productionRule]);
  return {
    mode: values.HIGHWATER_MODE,
    host: values.HIGHWATER_HOST,
    port: values.HIGHWATER_PORT,
    portalUrl: values.HIGHWATER_PORTAL_URL,
    operatorUrl: values.HIGHWATER_OPERATOR_URL,
    apiUrl: values.HIGHWATER_API_URL,
    portalSigningKey: values.HIGHWATER_PORTAL_SIGNING_FILE.key,
    wecomSimulatorUrl: values.HIGHWATER_WECOM_SIMULATOR_URL,
  };
}
