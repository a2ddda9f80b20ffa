import type { Fault } from '@highwater/domain';
import { createContext, useContext } from 'react';

/** On the server, hears which faults a page names, and gives their words as JSON: key to text. */
export interface SaidFaults {
  readonly add: (fault: Fault) => void;
  readonly toJson: () => string;
}

/** Null in a browser, which needs not tell itself. */
export const SaidFaultsContext = createContext<SaidFaults | null>(null);

const ID = 'said-faults';

/**
 * The words of the faults that the page names, behind all that can name one. Most pages name none, so the sentences of
 * all faults come to the browser when the page stands.
 */
export function SaidFaultsScript() {
  const said = useContext(SaidFaultsContext);
  return (
    <script
      id={ID}
      type="application/json"
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: said?.toJson() ?? '{}' }}
    />
  );
}

/** In a browser, the words that the server's page brought along. */
export function readSaidFaults(): Readonly<Record<string, string>> {
  const said: Readonly<Record<string, string>> = JSON.parse(document.getElementById(ID)?.textContent || '{}');
  return said;
}
