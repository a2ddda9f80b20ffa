import { listTagNames, type SeenFollow, type TenantTx } from '@highwater/db';
import type { ConnectionId, ExternalContactRecord, UnixMs } from '@highwater/domain';

/** Follow relations with the names of their tags; WeCom gives names or only ids, by the call. */
export async function nameTags(
  tx: TenantTx,
  connectionId: ConnectionId,
  found: readonly (Pick<ExternalContactRecord, 'externalKey' | 'follows'> & { readonly at: UnixMs })[],
): Promise<readonly SeenFollow[]> {
  const unnamed = found.flatMap(({ follows }) =>
    follows.flatMap(({ tags }) => tags.flatMap(({ tagId, name }) => (name === null && tagId !== null ? [tagId] : []))),
  );
  const names =
    unnamed.length === 0 ? new Map<string, string>() : await listTagNames(tx, connectionId, [...new Set(unnamed)]);
  const seen = found.flatMap(({ externalKey, follows, at }) =>
    follows.map(({ tags, ...follow }): SeenFollow => {
      const told = tags.map(({ tagId, name }) => name ?? names.get(tagId ?? '') ?? null);
      return {
        ...follow,
        externalKey,
        tags: told.flatMap((name, place) => name ?? tags[place]?.tagId ?? []),
        areTagsNamed: !told.includes(null),
        at,
      };
    }),
  );
  return [...new Map(seen.map((follow) => [`${follow.externalKey} ${follow.employeeKey}`, follow])).values()];
}
