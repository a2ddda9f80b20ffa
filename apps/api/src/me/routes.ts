import { meView, tenantView } from '../schemas/me.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { changeMe, changeMeInput } from './change-me.ts';
import { createCompany, createCompanyInput } from './create-company.ts';
import { getMe, getMeInput } from './get-me.ts';

export const meRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/me',
      operation: 'getMe',
      summary: 'Who is signed in, for which company, with which rights',
      audience: 'signed-in',
      input: getMeInput,
      answer: meView,
    },
    getMe,
  ),
  defineRoute(
    {
      method: 'patch',
      path: '/me',
      operation: 'changeMe',
      summary: 'Choose the language of pages and mails',
      audience: 'member',
      input: changeMeInput,
      answer: meView,
    },
    changeMe,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/me/companies',
      operation: 'createCompany',
      summary: 'Make a company; who makes it is its owner',
      audience: 'signed-in',
      input: createCompanyInput,
      status: 201,
      answer: tenantView,
      creates: true,
    },
    createCompany,
  ),
];
