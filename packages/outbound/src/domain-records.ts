import { FaultError } from '@highwater/domain';
import { Resolver } from 'node:dns/promises';

/** The domain name system, as far as a company proves with it that a domain is its own. */
export interface DomainRecords {
  /** The TXT records of a name, each joined from its parts; none when the name has none. Throws `host.unreachable`. */
  listTexts(name: string): Promise<readonly string[]>;
}

const ABSENT = ['ENOTFOUND', 'ENODATA'];

/** `servers` ("192.0.2.1", "127.0.0.1:5353"): those to ask instead of the machine's own. */
export function createDomainRecords({ servers }: { readonly servers?: readonly string[] } = {}): DomainRecords {
  return {
    async listTexts(name) {
      const resolver = new Resolver({ timeout: 3000, tries: 2 });
      if (servers !== undefined && servers.length > 0) resolver.setServers([...servers]);
      try {
        return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
      } catch (cause) {
        if (cause instanceof Error && 'code' in cause && ABSENT.includes(String(cause.code))) return [];
        throw new FaultError('host.unreachable', { cause });
      }
    },
  };
}
