import type { Fault, Language } from '@highwater/domain';
import { FLAT_WORDS } from '@highwater/i18n/flat-words';
import type { SaidFaults } from './said-faults.tsx';

/** For one page that the server draws. */
export function collectFaults(language: Language): SaidFaults {
  const faults = new Set<Fault>();
  return {
    add: (fault) => faults.add(fault),
    toJson() {
      const keys = Array.from(faults, (fault) => [`faults.${fault}.title`, `faults.${fault}.cure`]).flat();
      const words = Object.fromEntries(keys.map((key) => [key, FLAT_WORDS[language][key]]));
      // Stands inside a script element.
      return JSON.stringify(words).replaceAll('<', '\\u003c');
    },
  };
}
