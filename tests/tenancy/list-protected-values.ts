import { ACTORS, type ActorName } from './actors.ts';
import type { ProtectedValue } from './protected-values.ts';
import type { World } from './world.ts';

const NOBODY: readonly ActorName[] = [];
const VIEWER: readonly ActorName[] = ['viewer'];
/** What the grant of both opens. */
const GRANTED: readonly ActorName[] = ['viewer', 'looker'];
const MEMBERS: readonly ActorName[] = ['viewer', 'bare', 'demoted', 'lapsed', 'looker', 'billing'];
/** May know that the company exists and what it is called. */
const COMPANY: readonly ActorName[] = [...MEMBERS, 'operator'];

/** People of nobody's, of company B and of the operator. */
const ELSEWHERE: readonly string[] = ['ownerB', 'stranger', 'signedOn', 'operator', 'colleague', 'helper'];

interface Rule {
  readonly loggable?: boolean;
  readonly knownTo: readonly ActorName[];
}

/** Everything of company A that others must not learn, with those who may. */
export function listProtectedValues({ a, people, actors, bothInA }: World): readonly ProtectedValue[] {
  const listed: ProtectedValue[] = [];
  const add = (what: string, value: string, { loggable = false, knownTo }: Rule): void => {
    if (value.length < 6) throw new Error(`There is no ${what}: nothing of it could be noticed.`);
    listed.push({ what, value, loggable, knownTo });
  };
  const words = a.words;
  for (const [name, word] of Object.entries(words)) {
    add(`words "${name}"`, word, { knownTo: name.startsWith('seen') ? GRANTED : NOBODY });
  }
  for (const [name, key] of Object.entries(a.people)) {
    add(`person "${name}"`, key, { knownTo: name.startsWith('hidden') ? NOBODY : GRANTED });
  }
  for (const [name, roomId] of Object.entries(a.rooms)) {
    add(`room "${name}"`, roomId, { knownTo: name === 'seen' ? GRANTED : NOBODY });
  }
  const shared = new Set([a.lines.seenPair.conversationId, a.lines.seenRoom.conversationId]);
  for (const [name, line] of Object.entries(a.lines)) {
    const knownTo = name.startsWith('seen') ? GRANTED : NOBODY;
    add(`message "${name}"`, line.messageId, { knownTo });
    add(`msgid of "${name}"`, line.msgid, { knownTo });
    const conversation = { loggable: true, knownTo: shared.has(line.conversationId) ? GRANTED : NOBODY };
    add(`conversation of "${name}"`, line.conversationId, conversation);
    if (line.mediaId !== '') add(`file of "${name}"`, line.mediaId, { loggable: true, knownTo });
  }
  const id = (knownTo: readonly ActorName[]): Rule => ({ loggable: true, knownTo });
  add('tenant', a.tenantId, id(COMPANY));
  add('name of the company', a.name, { knownTo: COMPANY });
  add('connection', a.connectionId, id(GRANTED));
  // It stands in the ledger statement of every package, the viewer's too.
  add('corp', a.corpId, { knownTo: VIEWER });
  add('key', a.keyId, id(NOBODY));
  add('line of the public key', a.keyLine, { knownTo: NOBODY });
  add('archive secret', a.archiveSecret, { knownTo: NOBODY });
  for (const fileId of a.fileIds) add('sdkfileid', fileId, { knownTo: NOBODY });
  add('export of the owner', a.exportId, id(NOBODY));
  add('export of the viewer', a.viewerExportId, id(VIEWER));
  add('schedule', a.scheduleId, id(VIEWER));
  add('name of the schedule', a.scheduleName, { knownTo: NOBODY });
  add('link of the owner', a.links.owner, { knownTo: NOBODY });
  add('link of the viewer', a.links.viewer, { knownTo: VIEWER });
  add('link of who was narrowed since', a.links.narrowed, { knownTo: NOBODY });
  add('link of the looker', a.links.looker, { knownTo: ['looker'] });
  add('name of a department', a.departmentName, { knownTo: NOBODY });
  add('finding', a.findingId, id(NOBODY));
  for (const [name, { invitationId, token }] of Object.entries(a.invitations)) {
    const holder = ACTORS.filter((actor) => actor === name);
    add(`invitation "${name}"`, invitationId, id(NOBODY));
    add(`token of the invitation "${name}"`, token, { knownTo: holder });
  }
  for (const [name, memberId] of Object.entries(a.members)) {
    add(`member "${name}"`, memberId, id(ACTORS.filter((actor) => actor === name)));
  }
  add('member of both companies', bothInA, id(NOBODY));
  for (const [name, person] of Object.entries(people)) {
    if (ELSEWHERE.includes(name)) continue;
    const self = ACTORS.filter((actor) => actor === name || actor === `${name}ForA`);
    // Both companies were told by which address the member of both is reached, and each by a name of its own.
    if (name !== 'both') add(`e-mail of "${name}"`, person.email, { knownTo: self });
    add(`name of "${name}"`, person.name, { knownTo: self });
    add(`password of "${name}"`, person.password, { knownTo: NOBODY });
  }
  const { made } = a;
  add('role of the company', made.roleId, id(NOBODY));
  add('name of a role', made.roleName, { knownTo: NOBODY });
  add('grant of the viewer', made.grantId, id(NOBODY));
  add('key of a program', made.apiKeyId, id(NOBODY));
  add('name of a key', made.apiKeyName, { knownTo: NOBODY });
  add('secret of a key', made.apiKeySecret, { knownTo: NOBODY });
  add('line of a search', made.searchAuditId, id(NOBODY));
  add('passkey of the owner', made.passkeyId, id(NOBODY));
  for (const cookie of actors.owner.cookieValues()) add('session of the owner', cookie, { knownTo: NOBODY });
  return listed;
}
