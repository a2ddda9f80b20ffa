import { memberPage, memberView, viewAsView } from '../schemas/member.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { changeMember, changeMemberInput } from './change-member.ts';
import { getMember, getMemberInput } from './get-member.ts';
import { listMembers, listMembersInput } from './list-members.ts';
import { removeMember, removeMemberInput } from './remove-member.ts';
import { viewAs, viewAsInput } from './view-as.ts';

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
      method: 'get',
      path: '/members/{memberId}',
      operation: 'getMember',
      summary: 'A member with its role and grants',
      audience: 'member',
      input: getMemberInput,
      answer: memberView,
    },
    getMember,
  ),
  defineRoute(
    {
      method: 'patch',
      path: '/members/{memberId}',
      operation: 'changeMember',
      summary: 'Give a member another role, or say which employee it is',
      audience: 'member',
      input: changeMemberInput,
      answer: memberView,
      faults: ['member.last_owner', 'rights.beyond_own'],
    },
    changeMember,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/members/{memberId}/view-as',
      operation: 'viewAs',
      summary: 'What a member sees, in numbers and by its conversations',
      audience: 'member',
      input: viewAsInput,
      answer: viewAsView,
    },
    viewAs,
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
