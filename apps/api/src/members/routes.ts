import { memberPage } from '../schemas/member.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { listMembers, listMembersInput } from './list-members.ts';
import { removeMember, removeMemberInput } from './remove-member.ts';

export const memberRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/members',
      operation: 'listMembers',
      summary: 'Members of the company',
      audience: 'member',
      input: listMembersInput,
      answer: memberPage,
    },
    listMembers,
  ),
  defineRoute(
    {
      method: 'delete',
      path: '/members/{memberId}',
      operation: 'removeMember',
      summary: 'End a membership',
      audience: 'member',
      input: removeMemberInput,
      answer: 'nothing',
      faults: ['member.last_owner'],
    },
    removeMember,
  ),
];
