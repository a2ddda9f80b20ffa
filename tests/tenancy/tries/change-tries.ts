import { waitUntil } from '@highwater/testkit';
import { readAnswer } from '../judge.ts';
import { makeApiKey } from '../make-rights.ts';
import { findValues } from '../protected-values.ts';
import type { Answer, Session } from '../session.ts';
import type { World } from '../world.ts';
import type { Door, Try } from './try.ts';

/** A way by which rights reach content, tried before and after they are taken away. */
interface Channel {
  readonly about: string;
  /** Asks while it is allowed; returns what asks once more. */
  open(world: World): Promise<() => Promise<Answer>>;
  /** What must come of it afterwards. */
  readonly refused: readonly number[];
  /** What is in it by the rights of before, where it may come after all once it was made by those of after. */
  readonly lacks?: (world: World) => string;
}

const statusOf = async (
  session: Session,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> => session.ask({ method: 'GET', path, headers });

/** A path that is read before and after. */
function reading(about: string, path: (world: World) => string, refused: readonly number[]): Channel {
  return {
    about,
    refused,
    async open(world) {
      const again = (): Promise<Answer> => statusOf(world.actors.viewer, path(world));
      const before = await again();
      if (before.status !== 200) throw new Error(`${about} is answered ${before.status} before anything changed`);
      return again;
    },
  };
}

const header = ({ headers }: Answer, name: string): string =>
  new RegExp(`^${name}: (.*)$`, 'm').exec(headers)?.[1] ?? '';

/** Bytes that a browser keeps: it has to ask again, and is not told that they are as they were. */
function kept(about: string, path: (world: World) => string): Channel {
  return {
    about,
    refused: [404],
    async open(world) {
      const { viewer } = world.actors;
      const before = await statusOf(viewer, path(world));
      const [tag, caching] = [header(before, 'etag'), header(before, 'cache-control')];
      if (before.status !== 200 || tag === '') throw new Error(`${about} is not served with a tag`);
      if (!/no-cache|no-store|max-age=0/.test(caching) || !caching.includes('private'))
        throw new Error(`${about} may be shown without asking: ${caching}`);
      const again = (): Promise<Answer> => statusOf(viewer, path(world), { 'if-none-match': tag });
      const unchanged = await again();
      if (unchanged.status !== 304) throw new Error(`${about} is sent again although nothing changed`);
      return again;
    },
  };
}

const ofViewer: readonly Channel[] = [
  reading('a message', ({ a }) => `/v1/messages/${a.lines.seenPair.messageId}`, [404]),
  reading('a conversation', ({ a }) => `/v1/conversations/${a.lines.seenPair.conversationId}`, [404]),
  reading('the package of an export', ({ a }) => `/v1/exports/${a.viewerExportId}/download`, [403, 404]),
  reading('a mailed link', ({ a }) => `/v1/exports/links/${a.links.viewer}/download`, [403]),
  kept('a file in the browser’s cache', ({ a }) => `/v1/media/${a.lines.seenFile.mediaId}`),
  reading('a copy of a file', ({ a }) => `/v1/media/${a.lines.seenFile.mediaId}/copies/text`, [404]),
  {
    about: 'an export under way',
    refused: [403, 404, 409],
    lacks: ({ a }) => a.words.seenPair,
    async open({ actors: { viewer } }) {
      const { exportId } = await viewer.send<{ exportId: string }>('POST', '/v1/exports', {});
      return async () => {
        await waitUntil(
          'the export has ended',
          async () => {
            const { status, bytes } = await statusOf(viewer, `/v1/exports/${exportId}`);
            return status !== 200 || !/"state":"(queued|running)"/.test(bytes.toString('utf8'));
          },
          { seconds: 30 },
        );
        return statusOf(viewer, `/v1/exports/${exportId}/download`);
      };
    },
  },
];

const ofAdmin: readonly Channel[] = [
  {
    about: 'the session of an admin',
    refused: [403],
    async open({ actors: { admin } }) {
      await admin.get('/v1/members');
      return () => statusOf(admin, '/v1/members');
    },
  },
  {
    about: 'a key of a program that an admin made',
    refused: [403],
    async open({ actors: { admin }, people }) {
      const { secret } = await makeApiKey(admin, people.admin.password, 'of an admin');
      const program = admin.withKey(secret);
      await program.get('/v1/conversations');
      return () => statusOf(program, '/v1/conversations');
    },
  },
];

async function tryChange(
  { world, note }: Door,
  channels: readonly Channel[],
  change: () => Promise<unknown>,
  back: () => Promise<unknown>,
): Promise<void> {
  const opened: { readonly channel: Channel; readonly again: () => Promise<Answer> }[] = [];
  for (const channel of channels) opened.push({ channel, again: await channel.open(world) });
  await change();
  for (const { channel, again } of opened) {
    const answer = await again();
    if (channel.refused.includes(answer.status)) continue;
    const word = channel.lacks?.(world);
    const isNew = word !== undefined && findValues(await readAnswer(answer), [{ value: word }]).length === 0;
    if (answer.status !== 200 || !isNew) note(`${channel.about} is still answered ${answer.status}`);
  }
  await back();
}

/** A change of rights takes effect on the next request, whatever was open before. */
export const changeTries: readonly Try[] = [
  {
    about: 'what a viewer had open when its grant was changed',
    run(door) {
      const { a, actors } = door.world;
      const give = (employee: string): Promise<unknown> =>
        actors.owner.send('PUT', `/v1/grants/${a.members.viewer}`, { employees: [employee] });
      return tryChange(
        door,
        ofViewer,
        () => give(a.people.hiddenEmployee),
        () => give(a.people.granted),
      );
    },
  },
  {
    about: 'what an admin had open when it was made a viewer',
    run(door) {
      const { a, actors } = door.world;
      const make = (role: string): Promise<unknown> =>
        actors.owner.send('PATCH', `/v1/members/${a.members.admin}`, { role });
      return tryChange(
        door,
        ofAdmin,
        () => make('viewer'),
        () => make('admin'),
      );
    },
  },
];
