import { createVisitor } from '../visitors/create-visitor.ts';
import { waitUntil } from '../visitors/wait-until.ts';
import { askConsole, connectSimulatedCorp } from './connect-simulated-corp.ts';

export interface SeededTenant {
  readonly company: string;
  readonly email: string;
  readonly password: string;
  readonly corpId: string;
  readonly messages: number;
}

/** Messages per question to the simulator, and texts sent along with it. */
const CHUNK = 5000;
const HISTORY_MS = 90 * 86_400_000;

/**
 * Companies with histories, made through the public address: each signs up, connects a fresh simulated corp and pulls
 * `messages` messages of the last 90 days. Resolves when all of them are stored and opened.
 * `texts` are said in turn; without them the simulated company says its own.
 */
export async function seedTenants(options: {
  readonly portalUrl: string;
  readonly simulatorUrl: string;
  readonly tenants: number;
  readonly messages: number;
  readonly texts: readonly string[];
  /** Makes e-mail addresses and passwords new in every call. */
  readonly unique: () => string;
  readonly report: (line: string) => void;
}): Promise<readonly SeededTenant[]> {
  const seeded: SeededTenant[] = [];
  for (let number = 1; number <= options.tenants; number += 1) {
    const mark = options.unique();
    const owner = {
      name: `Owner ${number}`,
      email: `owner-${mark}@seed.highwater.example`,
      password: options.unique(),
    };
    const company = `种子公司 ${mark}`;
    const visitor = createVisitor(options.portalUrl);
    await visitor.signUp(owner);
    await visitor.post('/v1/me/companies', { name: company, zone: 'Asia/Shanghai', language: 'zh-CN' });
    const corp = await connectSimulatedCorp(visitor, options.simulatorUrl, { name: company, talking: false });
    for (let made = 0; made < options.messages; made += CHUNK) {
      const texts = options.texts.slice(made % (options.texts.length || 1)).slice(0, CHUNK);
      await askConsole(options.simulatorUrl, 'POST', `/corps/${corp.corpId}/talk`, {
        messages: Math.min(CHUNK, options.messages - made),
        overMs: HISTORY_MS,
        ...(texts.length === 0 ? {} : { texts }),
      });
    }
    await visitor.post(`/v1/connections/${corp.connectionId}/pull`);
    await waitUntil(
      `${options.messages} messages of company ${number} are stored`,
      async () => {
        const { storedMessages } = await visitor.get<{ storedMessages: number }>('/v1/overview');
        return storedMessages >= options.messages;
      },
      // A message takes well under a millisecond on a quiet machine; ten are waited for.
      { seconds: 120 + options.messages / 100, everyMs: 500 },
    );
    options.report(
      `${number} of ${options.tenants}: ${company}, ${options.messages} messages, ${owner.email} / ${owner.password}`,
    );
    seeded.push({
      company,
      email: owner.email,
      password: owner.password,
      corpId: corp.corpId,
      messages: options.messages,
    });
  }
  return seeded;
}
