import type { SuperuserConfig } from '../postgres/index.ts';

/** What the global setups of vitest.config.ts hand to tests: `inject('superuser')` and so on. */
declare module 'vitest' {
  interface ProvidedContext {
    /** The one embedded cluster of a database run; `testkit` makes a database of its own per suite. */
    superuser: SuperuserConfig;
    /** Path of the Chromium that journeys drive. */
    chromium: string;
    /** Path of the ffmpeg that takes pictures of videos. */
    ffmpeg: string;
    /** The running stack of the journeys, as `ready.json` says it. */
    ready: ReadyFile & { readonly dataDir: string };
  }
}

export interface ReadyFile {
  readonly portalUrl: string;
  /** Of the operator's console: another host, which browsers alone resolve. */
  readonly operatorUrl: string;
  readonly apiUrl: string;
  readonly simulatorUrl: string;
  readonly accounts: readonly { readonly role: string; readonly email: string; readonly password: string }[];
}
