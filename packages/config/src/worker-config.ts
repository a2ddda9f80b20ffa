import { APP_VARIABLES } from './apps.ts';
import { readVariables, type Environment } from './read-variables.ts';
import { databaseTarget, type DatabaseTarget } from './variables/database.ts';
import { financeConfig, financeRule, type FinanceConfig } from './variables/finance.ts';
import { ledgerRule } from './variables/ledger.ts';
import { mailConfig, mailRule, type MailConfig } from './variables/mail.ts';
import type { Mode } from './variables/mode.ts';
import { objectRule, objectsConfig, type ObjectsConfig } from './variables/objects.ts';
import { productionRule } from './variables/production-rule.ts';
import { typesenseConfig, typesenseRule, type TypesenseConfig } from './variables/typesense.ts';

export interface WorkerConfig {
  readonly mode: Mode;
  readonly metricsPort: number;
  /** Public origin, for links in mails. */
  readonly portalUrl: string;
  readonly database: DatabaseTarget;
  readonly passwords: {
    readonly app: string;
    readonly platform: string;
    readonly search: string;
    /** Of the role that keeps the mails of accounts. */
    readonly identity: string;
  };
  /** 32 bytes. */
  readonly kek: Uint8Array;
  /** X25519, SPKI PEM. */
  readonly workerBoxPublicKey: string;
  /** X25519, PKCS#8 PEM. */
  readonly workerBoxPrivateKey: string;
  /** Ed25519 public keys, SPKI PEM; the present one first. */
  readonly ledgerPublicKeys: string;
  /** Ed25519, PKCS#8 PEM. */
  readonly ledgerPrivateKey: string;
  readonly objects: ObjectsConfig;
  readonly mail: MailConfig;
  readonly pullIntervalSeconds: number;
  /** Larger files of messages are not fetched. */
  readonly largestFileBytes: number;
  /** The vendor's library and the way to WeCom; undefined where none is set. */
  readonly finance: FinanceConfig | undefined;
  /** Path of an ffmpeg for pictures of videos; undefined where none is set. */
  readonly ffmpeg: string | undefined;
  /** A Typesense server, with its admin key; undefined where none is set. */
  readonly typesense: TypesenseConfig | undefined;
  /** Development only. */
  readonly wecomSimulatorUrl: string | undefined;
  /** Development only. */
  readonly clockFile: string | undefined;
  /** Development only. */
  readonly failpoints: string | undefined;
}

/** Throws a ConfigError that lists every wrong variable at once. */
export function readWorkerConfig(environment: Environment = process.env): WorkerConfig {
  const values = readVariables('The worker', APP_VARIABLES.worker, environment, [
    objectRule,
    mailRule,
    financeRule,
    ledgerRule,
    typesenseRule,
    productionRule,
  ]);
  const mode = values.HIGHWATER_MODE;
  return {
    mode,
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
    workerBoxPrivateKey: values.HIGHWATER_WORKER_BOX_PRIVATE_FILE.key,
    ledgerPublicKeys: values.HIGHWATER_LEDGER_PUBLIC_FILE.key,
    ledgerPrivateKey: values.HIGHWATER_LEDGER_KEY_FILE.key,
    objects: objectsConfig(values),
    mail: mailConfig(values),
    // WeCom allows 600 calls a minute per corp; five minutes keeps the lag small, a demonstration wants to see it move.
    largestFileBytes: values.HIGHWATER_LARGEST_FILE_MIB,
    pullIntervalSeconds: values.HIGHWATER_PULL_INTERVAL_SECONDS ?? (mode === 'development' ? 10 : 300),
    finance: financeConfig(values),
    ffmpeg: values.HIGHWATER_FFMPEG,
    typesense: typesenseConfig(values.HIGHWATER_TYPESENSE_URL, values.HIGHWATER_TYPESENSE_API_KEY),
    wecomSimulatorUrl: values.HIGHWATER_WECOM_SIMULATOR_URL,
    clockFile: values.HIGHWATER_CLOCK_FILE,
    failpoints: values.HIGHWATER_FAILPOINTS,
  };
}
