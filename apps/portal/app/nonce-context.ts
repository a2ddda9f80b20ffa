import { createContext } from 'react';

/** Allows this page's own inline scripts; empty in the browser, which hides it from scripts. */
export const NonceContext = createContext<string | undefined>(undefined);
