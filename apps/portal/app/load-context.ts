import '@remix-run/server-runtime';

/** Names of the files of words that a route needs beside its code, in the order of LANGUAGES; by the route's id. */
export type PageWords = Readonly<Record<string, readonly string[]>>;

declare module '@remix-run/server-runtime' {
  /** What the server gives to each page request. */
  interface AppLoadContext {
    readonly apiUrl: string;
    /** Origin that people type; the API compares it with the origin of changing requests. */
    readonly portalUrl: string;
    /** Whose pages this host shows. */
    readonly face: 'company' | 'operator';
    /** The access through which an operator looks at a company. */
    readonly support: string | null;
    /** Console of the stand-in WeCom; development only. */
    readonly simulatorUrl: string | null;
    readonly development: boolean;
    /** Allows this answer's own inline scripts. */
    readonly nonce: string;
    readonly pageWords: PageWords;
    /** The visitor's signed address, for the API. */
    readonly clientHeaders: Readonly<Record<string, string>>;
  }

  interface Future {
    v3_singleFetch: true;
  }
}
