import { copyVariables } from './variables/copies.ts';
import {
  databaseVariables,
  identityPasswordVariables,
  migratorPasswordVariables,
  passwordVariables,
} from './variables/database.ts';
import { clockVariables, failpointVariables, simulatorUrlVariables } from './variables/development.ts';
import { financeVariables } from './variables/finance.ts';
import { apiUrlVariables, listenVariables, metricsVariables, publicVariables } from './variables/http.ts';
import {
  boxPrivateVariables,
  boxPublicVariables,
  kekVariables,
  portalSigningVariables,
  sessionVariables,
} from './variables/keys.ts';
import { ledgerPrivateVariables, ledgerPublicVariables } from './variables/ledger.ts';
import { mailVariables } from './variables/mail.ts';
import { modeVariables } from './variables/mode.ts';
import { outboundVariables } from './variables/outbound.ts';
import { objectVariables } from './variables/objects.ts';
import { operatorDoorVariables, operatorVariables } from './variables/operator.ts';
import { simulatorVariables } from './variables/simulator.ts';
import { typesenseReaderVariables, typesenseWriterVariables } from './variables/typesense.ts';
import { cooldownVariables, egressVariables, mediaVariables, pullVariables } from './variables/wecom.ts';

/** Which app reads which variables. The API never gets the worker's private key; nobody but `migrate` gets the migrator. */
export const APP_VARIABLES = {
  api: {
    ...modeVariables,
    ...listenVariables,
    ...metricsVariables,
    ...publicVariables,
    ...databaseVariables,
    ...passwordVariables,
    ...identityPasswordVariables,
    ...kekVariables,
    ...boxPublicVariables,
    ...sessionVariables,
    ...portalSigningVariables,
    ...ledgerPublicVariables,
    ...objectVariables,
    ...mailVariables,
    ...egressVariables,
    ...outboundVariables,
    ...cooldownVariables,
    ...operatorVariables,
    ...operatorDoorVariables,
    ...typesenseReaderVariables,
    ...simulatorUrlVariables,
    ...clockVariables,
    ...failpointVariables,
  },
  worker: {
    ...modeVariables,
    ...metricsVariables,
    ...publicVariables,
    ...databaseVariables,
    ...passwordVariables,
    ...identityPasswordVariables,
    ...kekVariables,
    ...boxPublicVariables,
    ...boxPrivateVariables,
    ...ledgerPublicVariables,
    ...ledgerPrivateVariables,
    ...objectVariables,
    ...mailVariables,
    ...pullVariables,
    ...typesenseWriterVariables,
    ...mediaVariables,
    ...copyVariables,
    ...financeVariables,
    ...simulatorUrlVariables,
    ...clockVariables,
    ...failpointVariables,
  },
  portal: {
    ...modeVariables,
    ...listenVariables,
    ...publicVariables,
    ...operatorVariables,
    ...apiUrlVariables,
    ...portalSigningVariables,
    ...simulatorUrlVariables,
  },
  simulator: { ...listenVariables, ...simulatorVariables, ...clockVariables },
  migrate: {
    ...modeVariables,
    ...databaseVariables,
    ...passwordVariables,
    ...identityPasswordVariables,
    ...migratorPasswordVariables,
    ...operatorVariables,
  },
};
