import { findCarers, type Company, type Person, type Room } from './people.ts';
import type { Random } from './random.ts';
import type { Scene } from './read-scenes.ts';

/** Who plays which role, and where. */
export interface CastScene {
  readonly roles: ReadonlyMap<string, Person>;
  readonly room: Room | undefined;
  /** All who read along: the pair, or the room's members. */
  readonly audience: readonly Person[];
}

const STAFF_ROLES = ['S', 'T', 'U'];
const CUSTOMER_ROLES = ['C', 'D', 'E'];

/** Finds people for the roles of a scene; the robot is always R. */
export function castScene(scene: Scene, company: Company, random: Random): CastScene {
  const room = findRoom(scene, company, random);
  const members = room?.members ?? findPair(scene, company, random);
  const roles = new Map<string, Person>([['R', company.robot]]);
  for (const [role, id] of scene.cast) {
    const person = company.employees.find((candidate) => candidate.id === id);
    if (person) roles.set(role, person);
  }
  fill(
    roles,
    STAFF_ROLES,
    members.filter((person) => person.kind === 'employee'),
    random,
  );
  fill(
    roles,
    CUSTOMER_ROLES,
    members.filter((person) => person.kind === 'customer'),
    random,
  );
  if (room) return { roles, room, audience: room.members };
  const speakers = new Set(scene.steps.map((step) => roles.get(step.speaker)));
  return { roles, room, audience: [...speakers].filter((person) => person !== undefined) };
}

/** Where a place has two rooms, one scene in four is played in the second. */
function findRoom(scene: Scene, company: Company, random: Random): Room | undefined {
  const [first, second] = company.rooms.filter((room) => room.place === scene.place);
  return second && random.integer(0, 3) === 0 ? second : first;
}

function findPair(scene: Scene, company: Company, random: Random): Person[] {
  if (scene.place === 'staff') {
    return scene.language === 'en'
      ? company.employees.filter((person) => ['Mia.Olsen', 'chen.min', 'ZhaoKai'].includes(person.id))
      : company.employees.filter((person) => person.language === 'zh');
  }
  const customer = random.pick(company.customers.filter((person) => person.language === scene.language));
  return [customer, random.pick(findCarers(company, customer))];
}

function fill(roles: Map<string, Person>, names: readonly string[], people: readonly Person[], random: Random): void {
  const free = names.filter((name) => !roles.has(name));
  const unused = people.filter((person) => ![...roles.values()].includes(person));
  random.sample(unused, free.length).forEach((person, index) => {
    const name = free[index];
    if (name !== undefined) roles.set(name, person);
  });
}
