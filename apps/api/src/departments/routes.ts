import { departmentPage } from '../schemas/department.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { listDepartments, listDepartmentsInput } from './list-departments.ts';

export const departmentRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/departments',
      operation: 'listDepartments',
      summary: 'Departments of the company',
      audience: 'member',
      input: listDepartmentsInput,
      answer: departmentPage,
    },
    listDepartments,
  ),
];
