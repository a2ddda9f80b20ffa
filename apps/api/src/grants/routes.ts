import { grantList, grantPreview, tagList } from '../schemas/grant.ts';
import { memberView } from '../schemas/member.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { listTags, listTagsInput } from './list-tags.ts';
import {
  addGrant,
  addGrantInput,
  changeGrant,
  changeGrantInput,
  listGrants,
  listGrantsInput,
  revokeGrant,
  revokeGrantInput,
} from './member-grants.ts';
import { previewGrant, previewGrantInput } from './preview-grant.ts';
import { setGrant, setGrantInput } from './set-grant.ts';

export const grantRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/members/{memberId}/grants',
      operation: 'listGrants',
      summary: 'Grants of a member',
      audience: 'member',
      input: listGrantsInput,
      answer: grantList,
    },
    listGrants,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/members/{memberId}/grants',
      operation: 'addGrant',
      summary: 'Give a member a grant besides those that it has',
      audience: 'member',
      input: addGrantInput,
      status: 201,
      answer: memberView,
      creates: true,
      faults: ['rights.beyond_own'],
    },
    addGrant,
  ),
  defineRoute(
    {
      method: 'put',
      path: '/members/{memberId}/grants/{grantId}',
      operation: 'changeGrant',
      summary: 'Change what a grant gives',
      audience: 'member',
      input: changeGrantInput,
      answer: memberView,
      faults: ['rights.beyond_own'],
    },
    changeGrant,
  ),
  defineRoute(
    {
      method: 'delete',
      path: '/members/{memberId}/grants/{grantId}',
      operation: 'revokeGrant',
      summary: 'End a grant',
      audience: 'member',
      input: revokeGrantInput,
      answer: 'nothing',
    },
    revokeGrant,
  ),
  defineRoute(
    {
      method: 'put',
      path: '/grants/{memberId}',
      operation: 'setGrant',
      summary: 'Replace all grants of a member by one of employees and departments',
      audience: 'member',
      input: setGrantInput,
      answer: memberView,
      faults: ['rights.beyond_own'],
    },
    setGrant,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/grants/preview',
      operation: 'previewGrant',
      summary: 'What a grant would open, in numbers',
      audience: 'member',
      input: previewGrantInput,
      answer: grantPreview,
      faults: ['rights.beyond_own'],
    },
    previewGrant,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/customer-tags',
      operation: 'listCustomerTags',
      summary: 'Customer tags of the company',
      audience: 'member',
      input: listTagsInput,
      answer: tagList,
    },
    listTags,
  ),
];
