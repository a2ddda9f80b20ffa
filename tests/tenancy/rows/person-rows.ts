import { thing, type Expected, type Row } from '../cell.ts';
import type { World } from '../world.ts';

type Name = keyof World['a']['people'];

function pathOf({ a }: World, name: Name, verb = ''): string {
  return `/v1/connections/${a.connectionId}/people/${encodeURIComponent(a.people[name])}${verb}`;
}

/** One person's record, seen by the viewer or not. */
function recordRow(name: Name, about: string, isSeen: boolean): Row {
  const found = ({ a }: World): Expected => ({ status: 200, holds: [a.people[name]] });
  return thing(
    {
      operation: 'getPerson',
      about,
      ask: (world) => ({ method: 'GET', path: pathOf(world, name) }),
      rightful: found,
    },
    (world) => ({ viewer: isSeen ? found(world) : { status: 404 } }),
  );
}

function splitRow(operation: 'separateCustomer' | 'joinCustomer', verb: string): Row {
  return thing({
    operation,
    about: 'a customer',
    ask: (world) => ({ method: 'POST', path: pathOf(world, 'customer', verb) }),
    rightful: () => ({ status: 204 }),
  });
}

/** What is known of one person, and who is whose other id. */
export const personRows: readonly Row[] = [
  recordRow('customer', 'a customer the viewer sees', true),
  recordRow('granted', 'the employee of the viewer’s grant', true),
  recordRow('roommate', 'somebody in a room the viewer sees', true),
  recordRow('hiddenCustomer', 'a customer hidden from the viewer', false),
  recordRow('hiddenEmployee', 'an employee hidden from the viewer', false),
  splitRow('separateCustomer', '/separate'),
  splitRow('joinCustomer', '/join'),
];
