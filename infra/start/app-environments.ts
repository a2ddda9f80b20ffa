import { join } from 'node:path';
import { installedFfmpeg } from '../processes/installed-ffmpeg.ts';
import { need, type StartContext } from './start-context.ts';

type Environment = Record<string, string>;

/** What each app is told, as its own environment: the API never sees the worker's private key. */
export function apiEnvironment(context: StartContext): Environment {
  const { ports } = context;
  return {
    ...shared(context),
    ...database(context),
    HIGHWATER_PASSWORD_IDENTITY: need(context, 'secrets').identity,
    ...contentKeys(context),
    HIGHWATER_SESSION_FILE: key(context, 'session.key'),
    HIGHWATER_PORTAL_SIGNING_FILE: key(context, 'portal-signing.key'),
    HIGHWATER_LEDGER_PUBLIC_FILE: key(context, 'ledger.pub'),
    HIGHWATER_PORT: String(ports.api),
    HIGHWATER_METRICS_PORT: String(ports.apiMetrics),
    HIGHWATER_OPERATOR_URL: context.urls.operator,
    HIGHWATER_OPERATOR_DOOR_FILE: key(context, 'operator-door.key'),
    HIGHWATER_EGRESS_ADDRESSES: '127.0.0.1',
    // Suites ask for pulls more often than people.
    ...passOn(['HIGHWATER_PULL_COOLDOWN_SECONDS']),
  };
}

export function workerEnvironment(context: StartContext): Environment {
  return {
    ...shared(context),
    ...database(context),
    ...contentKeys(context),
    HIGHWATER_PASSWORD_IDENTITY: need(context, 'secrets').identity,
    HIGHWATER_WORKER_BOX_PRIVATE_FILE: key(context, 'worker-box.key'),
    HIGHWATER_LEDGER_PUBLIC_FILE: key(context, 'ledger.pub'),
    HIGHWATER_LEDGER_KEY_FILE: key(context, 'ledger.key'),
    HIGHWATER_METRICS_PORT: String(context.ports.workerMetrics),
    // A page leaves much behind at once: with the default of 16 MB and more per part, memory grows by 80 MB and nothing is faster.
    NODE_OPTIONS: '--max-semi-space-size=8',
    // Pictures of videos, where the system can make them.
    ...ffmpeg(),
    // The fault suite names the places where the worker kills itself.
    ...passOn(['HIGHWATER_FAILPOINTS', 'HIGHWATER_PULL_INTERVAL_SECONDS']),
  };
}

/** What `npm run highwater -- --data DIR` is told: the worker's settings, and the migrator's password. */
export function commandEnvironment(context: StartContext): Environment {
  const { NODE_OPTIONS: _ofTheWorker, ...worker } = workerEnvironment(context);
  return {
    ...worker,
    HIGHWATER_OPERATOR_URL: context.urls.operator,
    HIGHWATER_PASSWORD_MIGRATOR: need(context, 'secrets').migrator,
  };
}

export function portalEnvironment(context: StartContext): Environment {
  return {
    HIGHWATER_MODE: 'development',
    HIGHWATER_PORT: String(context.ports.portal),
    HIGHWATER_PORTAL_URL: context.urls.portal,
    HIGHWATER_OPERATOR_URL: context.urls.operator,
    HIGHWATER_API_URL: context.urls.api,
    HIGHWATER_WECOM_SIMULATOR_URL: context.urls.simulator,
    HIGHWATER_PORTAL_SIGNING_FILE: key(context, 'portal-signing.key'),
    NODE_ENV: 'production',
  };
}

export function simulatorEnvironment(context: StartContext): Environment {
  return {
    HIGHWATER_PORT: String(context.ports.simulator),
    HIGHWATER_SIMULATOR_FOLDER: join(context.dataDir, 'simulator'),
    HIGHWATER_CLOCK_FILE: join(context.dataDir, 'clock.json'),
  };
}

function shared(context: StartContext): Environment {
  return {
    HIGHWATER_MODE: 'development',
    HIGHWATER_DATA_FOLDER: context.dataDir,
    HIGHWATER_PORTAL_URL: context.urls.portal,
    HIGHWATER_WECOM_SIMULATOR_URL: context.urls.simulator,
    HIGHWATER_CLOCK_FILE: join(context.dataDir, 'clock.json'),
    HIGHWATER_OBJECTS_FOLDER: join(context.dataDir, 'objects'),
    HIGHWATER_MAIL: 'mailbox',
    HIGHWATER_MAIL_FROM: 'archive@highwater.example',
    HIGHWATER_MAILBOX_FOLDER: join(context.dataDir, 'mailbox'),
  };
}

function database(context: StartContext): Environment {
  const { app, platform, search } = need(context, 'secrets');
  const { host, port } = need(context, 'postgres').superuser;
  return {
    HIGHWATER_DATABASE_HOST: host,
    HIGHWATER_DATABASE_PORT: String(port),
    HIGHWATER_PASSWORD_APP: app,
    HIGHWATER_PASSWORD_PLATFORM: platform,
    HIGHWATER_PASSWORD_SEARCH: search,
  };
}

function contentKeys(context: StartContext): Environment {
  return {
    HIGHWATER_KEK_FILE: key(context, 'kek.key'),
    HIGHWATER_WORKER_BOX_PUBLIC_FILE: key(context, 'worker-box.pub'),
  };
}

function ffmpeg(): Environment {
  const place = process.env['HIGHWATER_FFMPEG'] ?? installedFfmpeg();
  return place === undefined ? {} : { HIGHWATER_FFMPEG: place };
}

function key(context: StartContext, name: string): string {
  return join(context.dataDir, 'keys', name);
}

function passOn(names: readonly string[]): Environment {
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
