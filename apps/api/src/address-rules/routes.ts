import { addressRuleView } from '../schemas/api-key.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { getAddressRule, setAddressRule, setAddressRuleInput } from './address-rule.ts';

export const addressRuleRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/address-rules',
      operation: 'getAddressRule',
      summary: 'From which networks the company’s people may work',
      audience: 'member',
      input: {},
      answer: addressRuleView,
    },
    getAddressRule,
  ),
  defineRoute(
    {
      method: 'put',
      path: '/address-rules',
      operation: 'setAddressRule',
      summary: 'Set from which networks the company’s people may work',
      audience: 'member',
      input: setAddressRuleInput,
      answer: addressRuleView,
      faults: ['address.own_missing'],
    },
    setAddressRule,
  ),
];
