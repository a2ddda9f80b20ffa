import type { Hono } from 'hono';
import { CONTACTS_KINDS } from '../corp/secrets.ts';
import type { Corp } from '../corp/corp.ts';
import { Refusal } from '../corp/refusal.ts';
import { actOnDirectory } from '../directory/act.ts';
import { crowdExternalId, crowdRoomId, crowdUserid } from '../directory/crowd.ts';
import type { HttpContext, HttpEnv } from '../server/http-context.ts';
import { readCount, readInput, readText, readTexts } from './read-input.ts';

/** What WeCom knows of the corp's people and rooms, without those of a crowd. */
export function describeDirectory(corp: Corp): Record<string, unknown> {
  const { directory } = corp;
  const isNamed = (id: string): boolean => !/crowd/i.test(id);
  const employees = directory
    .employees()
    .filter(({ userid }) => isNamed(userid))
    .toArray();
  return {
    employees,
    departments: directory.departments(),
    customers: [...directory.customers()],
    follows: employees.flatMap(({ userid }) => directory.followsOf(userid)),
    rooms: directory
      .rooms()
      .filter(({ id }) => isNamed(id))
      .toArray(),
    robots: [...directory.robots()],
    tagGroups: directory.tagGroups(),
    staffTags: directory.staffTags(),
  };
}

/** The console's actions on people and rooms as JSON. */
export function addDirectoryApi(api: Hono<HttpEnv>, corpOf: (c: HttpContext) => Corp): void {
  api.get('/corps/:corpId/directory', (c) => c.json(describeDirectory(corpOf(c))));
  /** `{act, …}`: see directory/act.ts. The event has been handed on, not yet received, when this answers. */
  api.post('/corps/:corpId/directory', async (c) => {
    const body = readInput(await c.req.text());
    actOnDirectory(corpOf(c), readText(body, 'act'), body);
    return c.json({ done: true }, 201);
  });
  api.put('/corps/:corpId/crowd', async (c) => {
    const body = readInput(await c.req.text());
    const count = (name: string): number => readCount(body, name, 0, 0);
    corpOf(c).setCrowd({ employees: count('employees'), customers: count('customers'), rooms: count('rooms') });
    const first = { userid: crowdUserid(0), externalId: crowdExternalId(0), roomId: crowdRoomId(0) };
    return c.json({ first });
  });
  api.get('/corps/:corpId/calls', (c) => c.json({ calls: corpOf(c).calls.read() }));
  api.put('/corps/:corpId/app-trusted-ips', async (c) => {
    const corp = corpOf(c);
    corp.setAppTrustedIps(readTexts(readInput(await c.req.text()), 'ips'));
    return c.json({ ips: corp.appTrustedIps });
  });
  api.put('/corps/:corpId/contacts-kind', async (c) => {
    const wanted = readText(readInput(await c.req.text()), 'kind');
    const kind = CONTACTS_KINDS.find((candidate) => candidate === wanted);
    if (!kind) {
      const list = CONTACTS_KINDS.join(', ');
      throw new Refusal('contacts_kind.malformed', `kind 应为：${list}。`, `kind must be one of: ${list}.`);
    }
    corpOf(c).setContactsKind(kind);
    return c.json({ kind });
  });
}
