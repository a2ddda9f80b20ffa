import { roleList, roleView } from '../schemas/role.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { listRoles, listRolesInput } from './list-roles.ts';
import { changeRole, changeRoleInput, createRole, createRoleInput, removeRole, removeRoleInput } from './write-role.ts';

export const roleRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/roles',
      operation: 'listRoles',
      summary: 'Roles that members can have',
      audience: 'member',
      input: listRolesInput,
      answer: roleList,
    },
    listRoles,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/roles',
      operation: 'createRole',
      summary: 'Make a role of the company',
      audience: 'member',
      input: createRoleInput,
      status: 201,
      answer: roleView,
      creates: true,
      faults: ['rights.beyond_own', 'role.name_taken'],
    },
    createRole,
  ),
  defineRoute(
    {
      method: 'patch',
      path: '/roles/{roleId}',
      operation: 'changeRole',
      summary: 'Change what the members of a role may do',
      audience: 'member',
      input: changeRoleInput,
      answer: roleView,
      faults: ['rights.beyond_own', 'role.name_taken'],
    },
    changeRole,
  ),
  defineRoute(
    {
      method: 'delete',
      path: '/roles/{roleId}',
      operation: 'removeRole',
      summary: 'Delete a role that nobody has',
      audience: 'member',
      input: removeRoleInput,
      answer: 'nothing',
      faults: ['role.in_use'],
    },
    removeRole,
  ),
];
