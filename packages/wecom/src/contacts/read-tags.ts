import type { JsonObject } from '../parse/json.ts';
import { idOf, objectsOf, textOf } from './answer-fields.ts';

export interface TagRecord {
  readonly tagId: string;
  readonly groupName: string;
  readonly name: string;
  readonly isDeleted: boolean;
}

/** Answer of externalcontact/get_corp_tag_list; a tag of a deleted group is deleted. */
export function readTags(answer: JsonObject): readonly TagRecord[] {
  return objectsOf(answer, 'tag_group').flatMap((group) =>
    objectsOf(group.object, 'tag').flatMap((tag) => {
      const tagId = idOf(tag, 'id');
      if (tagId === null) return [];
      return {
        tagId,
        groupName: textOf(group, 'group_name') ?? '',
        name: textOf(tag, 'name') ?? '',
        isDeleted: group.object['deleted'] === true || tag.object['deleted'] === true,
      };
    }),
  );
}
