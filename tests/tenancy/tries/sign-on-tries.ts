import { COMMON_WORD } from '../script-of-a.ts';
import type { Try } from './try.ts';

/** Each door of a person of two companies opens its own company, and neither knows of the other. */
export const signOnTries: readonly Try[] = [
  {
    about: 'a member of both companies, by each of the doors',
    async run({ world, as, note }) {
      const { a, b, actors } = world;
      const ask = { method: 'GET', path: `/v1/messages/search?limit=200&q=${encodeURIComponent(COMMON_WORD)}` };
      await as('bothByB', ask, { status: [200], holds: [b.words.pair] });
      const inA = await actors.bothInA.ask(ask);
      const said = inA.bytes.toString('utf8');
      if (inA.status !== 200 || !said.includes(a.words.seenPair)) note('company A’s member does not see company A');
      if (said.includes(b.words.pair)) note('company A’s member sees company B');
      const toB = await actors.bothInA.forTenant(b.tenantId).ask(ask);
      if (toB.status !== 404) note(`the password opens company B: ${toB.status}`);
    },
  },
];
