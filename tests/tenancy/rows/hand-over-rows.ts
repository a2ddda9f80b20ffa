import { list, thing, type Expected, type Row } from '../cell.ts';
import { COMMON_WORD } from '../script-of-a.ts';
import type { World } from '../world.ts';

const inPackage = ({ a }: World): Expected => ({
  status: 200,
  holds: [a.words.seenPair, a.words.seenRoom, a.words.seenFile, a.words.seenFileName],
});
const inWholePackage = (world: World): Expected => {
  const { hiddenPair, hiddenRoom, hiddenFile } = world.a.words;
  return { status: 200, holds: [...(inPackage(world).holds ?? []), hiddenPair, hiddenRoom, hiddenFile] };
};

function exportRow(operation: 'getExport' | 'downloadExport', about: string, whose: 'owner' | 'viewer'): Row {
  const suffix = operation === 'downloadExport' ? '/download' : '';
  const idOf = ({ a }: World): string => (whose === 'viewer' ? a.viewerExportId : a.exportId);
  const view = (world: World): Expected => ({ status: 200, holds: [idOf(world), '"state":"complete"'] });
  const whole = whose === 'viewer' ? inPackage : inWholePackage;
  const found = operation === 'downloadExport' ? whole : view;
  return thing(
    {
      operation,
      about,
      ask: (world) => ({ method: 'GET', path: `/v1/exports/${idOf(world)}${suffix}` }),
      rightful: found,
    },
    (world) => ({ viewer: whose === 'viewer' ? found(world) : { status: 404 } }),
  );
}

function selectionRow(about: string, select: (world: World) => object & { readonly about: string }): Row {
  const allowed = (world: World): Expected => ({ status: 201, allows: [select(world).about] });
  return list(
    {
      operation: 'requestExport',
      about,
      phase: 'typed',
      ask: (world) => {
        const { about: _about, ...body } = select(world);
        return { method: 'POST', path: '/v1/exports', body };
      },
      rightful: () => ({ status: 201 }),
    },
    allowed,
    (world) => ({ viewer: allowed(world) }),
  );
}

/** A link whose reader may not have the package any more: rights are those of the moment. */
function formerLinkRow(operation: 'getExportLink' | 'downloadExportLink', whose: 'narrowed' | 'looker'): Row {
  const suffix = operation === 'downloadExportLink' ? '/download' : '';
  return thing(
    {
      operation,
      about: `the link mailed to ${whose === 'looker' ? 'the looker, who could export then' : 'somebody who sees others since'}`,
      tellsApart: true,
      ask: ({ a }) => ({ method: 'GET', path: `/v1/exports/links/${a.links[whose]}${suffix}` }),
      // The viewer's own link shows that such a link opens for whoever still may.
      askRightly: ({ a }) => ({ method: 'GET', path: `/v1/exports/links/${a.links.viewer}${suffix}` }),
      rightful: () => ({ actor: 'viewerOfA', status: 200 }),
    },
    () => ({ viewer: { status: 403 } }),
  );
}

function linkRow(operation: 'getExportLink' | 'downloadExportLink', whose: 'owner' | 'viewer'): Row {
  const suffix = operation === 'downloadExportLink' ? '/download' : '';
  const holds = operation === 'downloadExportLink' ? ['manifest.json', 'conversations.json'] : ['"day"'];
  return thing(
    {
      operation,
      about: `the link mailed to the ${whose}`,
      tellsApart: true,
      ask: ({ a }) => ({ method: 'GET', path: `/v1/exports/links/${a.links[whose]}${suffix}` }),
      rightful: () => ({ status: 200, holds, actor: whose === 'owner' ? 'owner' : 'viewerOfA' }),
    },
    () => ({ viewer: whose === 'viewer' ? { status: 200, holds } : { status: 403 } }),
  );
}

/** Exports, mailed links and schedules. */
export const handOverRows: readonly Row[] = [
  list(
    {
      operation: 'listExports',
      about: 'exports',
      ask: { method: 'GET', path: '/v1/exports?limit=200' },
      rightful: ({ a }) => ({ status: 200, holds: [a.exportId, a.viewerExportId] }),
    },
    ({ b }) => ({ status: 200, holds: [b.exportId] }),
    ({ a }) => ({ viewer: { status: 200, holds: [a.viewerExportId] }, keyOfB: { status: 200 } }),
  ),
  exportRow('getExport', 'an export of the owner', 'owner'),
  exportRow('getExport', 'an export of the viewer', 'viewer'),
  exportRow('downloadExport', 'the package of the owner', 'owner'),
  exportRow('downloadExport', 'the package of the viewer', 'viewer'),
  selectionRow('everything', () => ({ about: 'nothing of A' })),
  selectionRow('a word that all messages hold', () => ({ q: COMMON_WORD, about: 'nothing of A' })),
  selectionRow('a word of a hidden message', ({ a }) => ({ q: a.words.hiddenPair, about: 'nothing of A' })),
  selectionRow('a hidden conversation', ({ a }) => {
    const conversation = a.lines.hiddenPair.conversationId;
    return { conversation, about: conversation };
  }),
  selectionRow('a hidden room', ({ a }) => ({ room: a.rooms.hidden, about: a.rooms.hidden })),
  selectionRow('a hidden person', ({ a }) => ({ people: [a.people.hiddenGuest], about: a.people.hiddenGuest })),
  thing(
    {
      operation: 'cancelExport',
      about: 'a waiting export of the owner',
      phase: 'still',
      prepare: async ({ actors }) => {
        const { exportId } = await actors.owner.send<{ exportId: string }>('POST', '/v1/exports', {});
        return { exportId };
      },
      ask: (_world, { exportId = '' }) => ({ method: 'POST', path: `/v1/exports/${exportId}/cancel` }),
      rightful: (_world, { exportId = '' }) => ({ status: 200, holds: [exportId, '"state":"cancelled"'] }),
    },
    () => ({ viewer: { status: 404 } }),
  ),
  linkRow('getExportLink', 'owner'),
  linkRow('getExportLink', 'viewer'),
  linkRow('downloadExportLink', 'owner'),
  linkRow('downloadExportLink', 'viewer'),
  ...(['narrowed', 'looker'] as const).flatMap((whose) => [
    formerLinkRow('getExportLink', whose),
    formerLinkRow('downloadExportLink', whose),
  ]),
  list(
    {
      operation: 'listSchedules',
      about: 'schedules',
      ask: { method: 'GET', path: '/v1/export-schedules' },
      rightful: ({ a, people }) => ({ status: 200, holds: [a.scheduleId, a.scheduleName, people.viewer.email] }),
    },
    () => ({ status: 200, holds: ['"items":[]'] }),
  ),
  list(
    {
      operation: 'createSchedule',
      about: 'a schedule that mails to a member of company A',
      ask: ({ a }) => ({
        method: 'POST',
        path: '/v1/export-schedules',
        body: { name: 'aimed', timeOfDay: '04:00', zone: 'Asia/Shanghai', recipients: [a.members.owner] },
      }),
      rightful: ({ a }) => ({ status: 201, holds: [a.members.owner] }),
    },
    () => ({ status: 422 }),
  ),
  thing({
    operation: 'runSchedule',
    about: 'a schedule',
    phase: 'still',
    ask: ({ a }) => ({ method: 'POST', path: `/v1/export-schedules/${a.scheduleId}/run` }),
    rightful: () => ({ status: 204 }),
  }),
  thing({
    operation: 'changeSchedule',
    about: 'a schedule',
    phase: 'still',
    ask: ({ a }) => ({ method: 'PATCH', path: `/v1/export-schedules/${a.scheduleId}`, body: { enabled: false } }),
    rightful: ({ a }) => ({ status: 200, holds: [a.scheduleName, '"enabled":false'] }),
  }),
  thing({
    operation: 'deleteSchedule',
    about: 'a schedule',
    phase: 'still',
    ask: ({ a }) => ({ method: 'DELETE', path: `/v1/export-schedules/${a.scheduleId}` }),
    rightful: () => ({ status: 204 }),
  }),
];
