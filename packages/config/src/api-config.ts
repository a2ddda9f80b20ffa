import { APP_VARIABLES } from './apps.ts';
import { readVariables, type Environment } from './read-variables.ts';
import { databaseTarget, type DatabaseTarget } from './variables/database.ts';
import { mailConfig, mailRule, type MailConfig } from './variables/mail.ts';
import type { Mode } from './variables/mode.ts';
import { objectRule, objectsConfig, type ObjectsConfig } from './variables/objects.ts';
import { doorWord, operatorRule } from './variables/operator.ts';
import { productionRule } from './variables/production-rule.ts';
import { typesenseConfig, typesenseRule, type TypesenseConfig } from './variables/typesense.ts';

export interface ApiConfig {
  readonly mode: Mode;
  readonly host: string;
  readonly port: number;
  readonly metricsPort: number;
  /** Public origin, without a trailing slash. */
  readonly portalUrl: string;
  readonly database: DatabaseTarget;
  readonly passwords: {
    readonly app: string;
    readonly platform: string;
    readonly search: string;
    readonly identity: string;
  };
  /** 32 bytes. */
  readonly kek: Uint8Array;
  /** X25519, SPKI PEM. */
  readonly workerBoxPublicKey: string;
  /** 32 bytes. */
  readonly sessionSecret: Uint8Array;
  /** 32 bytes. */
  readonly portalSigningKey: Uint8Array;
  /** Ed25519 public keys, SPKI PEM; the present one first. */
  readonly ledgerPublicKeys: string;
  readonly objects: ObjectsConfig;
  readonly mail: MailConfig;
  readonly egressAddresses: readonly string[];
  /** Hosts with their port that may be asked although they are not of the open internet. */
  readonly outboundHosts: readonly string[];
  /** Name servers to ask for records of domains; the machine's own when empty. */
  readonly dnsServers: readonly string[];
  readonly pullCooldownSeconds: number;
  /** A Typesense server, with a key for searching; undefined where none is set. */
  readonly typesense: TypesenseConfig | undefined;
  /** Origin of the operator's console, without a trailing slash; undefined where there is none. */
  readonly operatorUrl: string | undefined;
  /** Development only: opens the console without a passkey. */
  readonly operatorDoor: string | undefined;
  /** Development only. */
  readonly wecomSimulatorUrl: string | undefined;
  /** Development only. */
  readonly clockFile: string | undefined;
  /** Development only. */
  readonly failpoints: string | undefined;
}

/** Throws a ConfigError that lists every wrong variable at once. */
export function readApiConfig(environment: Environment = process.env): ApiConfig {
  const values = readVariables('The API', APP_VARIABLES.api, environment, [
    objectRule,
    mailRule,
    typesenseRule,
    operatorRule,
    productionRule,
  ]);
  return {
    mode: values.HIGHWATER_MODE,
    host: values.HIGHWATER_HOST,
    port: values.HIGHWATER_PORT,
    metricsPort: values.HIGHWATER_METRICS_PORT,
    portalUrl: values.HIGHWATER_PORTAL_URL,
    database: databaseTarget(values),
    passwords: {
      app: values.HIGHWATER_PASSWORD_APP,
      platform: values.HIGHWATER_PASSWORD_PLATFORM,
      search: values.HIGHWATER_PASSWORD_SEARCH,
      identity: values.HIGHWATER_PASSWORD_IDENTITY,
    },
    kek: values.HIGHWATER_KEK_FILE.key,
    workerBoxPublicKey: values.HIGHWATER_WORKER_BOX_PUBLIC_FILE.key,
    sessionSecret: values.HIGHWATER_SESSION_FILE.key,
    portalSigningKey: values.HIGHWATER_PORTAL_SIGNING_FILE.key,
    ledgerPublicKeys: values.HIGHWATER_LEDGER_PUBLIC_FILE.key,
    objects: objectsConfig(values),
    mail: mailConfig(values),
    egressAddresses: values.HIGHWATER_EGRESS_ADDRESSES,
    outboundHosts: values.HIGHWATER_OUTBOUND_HOSTS,
    dnsServers: values.HIGHWATER_DNS_SERVERS,
    // WeCom itself says at most every 15 s that there is something: asking more often finds nothing more often.
    pullCooldownSeconds: values.HIGHWATER_PULL_COOLDOWN_SECONDS ?? 15,
    typesense: typesenseConfig(values.HIGHWATER_TYPESENSE_URL, values.HIGHWATER_TYPESENSE_SEARCH_KEY),
    operatorUrl: values.HIGHWATER_OPERATOR_URL,
    operatorDoor: doorWord(values.HIGHWATER_OPERATOR_DOOR_FILE?.key),
    wecomSimulatorUrl: values.HIGHWATER_WECOM_SIMULATOR_URL,
    clockFile: values.HIGHWATER_CLOCK_FILE,
    failpoints: values.HIGHWATER_FAILPOINTS,
  };
}
