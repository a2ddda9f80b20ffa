import type { CustomerEntry, FollowEntry, TagGroupEntry } from '../../directory/entries.ts';
import type { Directory } from '../../directory/directory.ts';
import { ContactRefusal, seconds, type ContactApi, type TokenKind } from './contact-api.ts';
import { pageOf, readLimit, readText, readTexts } from './read-body.ts';
import { getVisibleEmployee } from './staff-apis.ts';

const FOLLOWERS_OF_PAGE = 500;
const CUSTOMER_TOKENS: readonly TokenKind[] = ['customer_contact'];

function writeCustomer(customer: CustomerEntry): Record<string, unknown> {
  const { id, name, position, corpName, corpFullName, gender, unionid } = customer;
  const isWecom = id.startsWith('wo');
  return {
    external_userid: id,
    name,
    avatar: '',
    type: isWecom ? 2 : 1,
    gender,
    ...(unionid === null ? {} : { unionid }),
    ...(isWecom
      ? { position, corp_name: corpName, corp_full_name: corpFullName, external_profile: { external_attr: [] } }
      : {}),
  };
}

function writeFollow(follow: FollowEntry): Record<string, unknown> {
  const { userid, remark, description, addedAt, remarkCorpName, remarkMobiles, addWay, state } = follow;
  return {
    userid,
    remark,
    description,
    createtime: seconds(addedAt),
    ...(remarkCorpName === '' ? {} : { remark_corp_name: remarkCorpName }),
    remark_mobiles: remarkMobiles,
    oper_userid: userid,
    add_way: addWay,
    ...(state === '' ? {} : { state }),
  };
}

function writeTags(directory: Directory, tagIds: readonly string[]): Record<string, unknown>[] {
  const groups = directory.tagGroups();
  return tagIds.flatMap((tagId) => {
    const group = groups.find((candidate) => candidate.tags.some((tag) => tag.id === tagId));
    const tag = group?.tags.find((candidate) => candidate.id === tagId);
    if (!group || !tag || group.isDeleted || tag.isDeleted) return [];
    return [{ group_name: group.name, tag_name: tag.name, type: 1, tag_id: tagId }];
  });
}

function writeTagGroup(group: TagGroupEntry, order: number, wanted: ReadonlySet<string>): Record<string, unknown> {
  const create_time = seconds(group.madeAt);
  const tags = group.tags.filter((tag) => wanted.size === 0 || wanted.has(tag.id));
  return {
    group_id: group.id,
    group_name: group.name,
    create_time,
    order,
    deleted: group.isDeleted,
    tag: tags.map(({ id, name, isDeleted }, at) => ({ id, name, create_time, order: at, deleted: isDeleted })),
  };
}

/** Relations of employees in range; 40096 for what is no id, 84061 where there is none. */
function listVisibleFollowers(directory: Directory, externalId: string): FollowEntry[] {
  if (!/^w[mo]\w{10,62}$/.test(externalId.replaceAll('-', '_'))) throw new ContactRefusal(40096);
  const followers = directory
    .followersOf(externalId)
    .filter((follow) => directory.findEmployee(follow.userid)?.isVisible);
  if (followers.length === 0) throw new ContactRefusal(84061);
  return followers;
}

function* listFollowsOf(directory: Directory, userids: readonly string[]): Generator<FollowEntry> {
  for (const userid of userids) {
    if (directory.findEmployee(userid)?.isVisible) yield* directory.followsOf(userid);
  }
}

export const CUSTOMER_APIS: readonly ContactApi[] = [
  {
    method: 'GET',
    path: 'externalcontact/list',
    opens: CUSTOMER_TOKENS,
    answer({ corp: { directory }, query }) {
      const follows = directory.followsOf(getVisibleEmployee(directory, query('userid')).userid);
      if (follows.length === 0) throw new ContactRefusal(84061);
      return { external_userid: follows.map((follow) => follow.externalId) };
    },
  },
  {
    method: 'GET',
    path: 'externalcontact/get',
    opens: CUSTOMER_TOKENS,
    answer({ corp: { directory }, query }) {
      const followers = listVisibleFollowers(directory, query('external_userid'));
      const customer = directory.findCustomer(query('external_userid'));
      if (!customer) throw new ContactRefusal(84061);
      const { items, next } = pageOf(followers, query('cursor'), FOLLOWERS_OF_PAGE);
      const follow_user = items.map((follow) => ({
        ...writeFollow(follow),
        tags: writeTags(directory, follow.tagIds),
      }));
      return { external_contact: writeCustomer(customer), follow_user, ...(next === '' ? {} : { next_cursor: next }) };
    },
  },
  {
    method: 'POST',
    path: 'externalcontact/batch/get_by_user',
    opens: CUSTOMER_TOKENS,
    answer({ corp: { directory }, body }) {
      const userids = readTexts(body, 'userid_list', 100);
      if (userids.length === 0) throw new ContactRefusal(40058);
      if (!userids.some((userid) => directory.findEmployee(userid))) throw new ContactRefusal(60111);
      const all = listFollowsOf(directory, userids);
      const { items, next } = pageOf(all, readText(body, 'cursor'), readLimit(body, 50, 100));
      const external_contact_list = items.flatMap((follow) => {
        const customer = directory.findCustomer(follow.externalId);
        const follow_info = { ...writeFollow(follow), tag_id: follow.tagIds };
        return customer ? [{ external_contact: writeCustomer(customer), follow_info }] : [];
      });
      return { external_contact_list, next_cursor: next };
    },
  },
  {
    method: 'POST',
    path: 'externalcontact/get_corp_tag_list',
    opens: CUSTOMER_TOKENS,
    answer({ corp: { directory }, body }) {
      const tagIds = new Set(readTexts(body, 'tag_id', 1000));
      const groupIds = new Set(readTexts(body, 'group_id', 1000));
      const groups = directory.tagGroups().map((group, order) => ({ group, order }));
      const tag_group = groups
        .filter(({ group }) =>
          tagIds.size > 0
            ? group.tags.some((tag) => tagIds.has(tag.id))
            : groupIds.size === 0 || groupIds.has(group.id),
        )
        .map(({ group, order }) => writeTagGroup(group, order, tagIds));
      return { tag_group };
    },
  },
];
