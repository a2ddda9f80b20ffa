import { expect, test } from 'vitest';
import { leadOf } from './same-customer.tsx';

const [apart, together] = [{ isSplit: true }, { isSplit: false }];

test('the card says who is one person with whom, also after some were told apart', () => {
  expect(leadOf({ isSplit: false, others: [together, together] })).toBe('customerLead');
  expect(leadOf({ isSplit: false, others: [together, apart] })).toBe('customerLeadSome');
  expect(leadOf({ isSplit: false, others: [apart, apart] })).toBe('customerLeadApart');
  expect(leadOf({ isSplit: true, others: [together, apart] })).toBe('customerLeadApart');
});
