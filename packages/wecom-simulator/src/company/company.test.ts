import { describe, expect, it } from 'vitest';
import { createReadyCorp, createTestClock } from '../testing/call-simulator.ts';
import { createCompany } from './people.ts';
import { playScene } from './play-scene.ts';
import { createRandom } from './random.ts';
import { readScenes } from './read-scenes.ts';
import { SCENES } from './scenes/index.ts';

interface Plaintext {
  readonly msgid: string;
  readonly action: string;
  readonly from: string;
  readonly tolist: readonly string[];
  readonly roomid: string;
  readonly msgtime: number;
  readonly msgtype: string;
  readonly revoke?: { readonly pre_msgid: string };
  readonly text?: { readonly content: string };
}

function playAll(seed: string): Plaintext[][] {
  const { corp } = createReadyCorp();
  const company = createCompany(createRandom('company'));
  const random = createRandom(seed);
  return SCENES.map((scene) => {
    const play = playScene(scene, { company, random, addMedia: (recipe) => corp.addMedia(recipe) });
    const messages: Plaintext[] = [];
    for (let at = Date.UTC(2026, 10, 20); ; at += 5000) {
      const text = play.next(at);
      if (text === undefined) return messages;
      messages.push(JSON.parse(text));
    }
  });
}

describe('scenes', () => {
  it('are at least forty with four hundred different lines', () => {
    expect(SCENES.length).toBeGreaterThanOrEqual(40);
    expect(new Set(SCENES.map((scene) => scene.name)).size).toBe(SCENES.length);
    const lines = SCENES.flatMap((scene) =>
      scene.steps.filter((step) => step.act === 'text').map((step) => step.parts[0]),
    );
    expect(new Set(lines).size).toBeGreaterThanOrEqual(400);
  });

  it('can all be played, by people who may be there', () => {
    const company = createCompany(createRandom('company'));
    const rooms = new Map(company.rooms.map((room) => [room.id, room.members.map((person) => person.id)]));
    for (const messages of playAll('a')) {
      const people = new Set(messages.flatMap((message) => [message.from, ...message.tolist]));
      for (const message of messages) {
        expect(message.tolist).not.toContain(message.from);
        expect(message.tolist.length + 1).toBe(people.size);
        const external = [...people].some((id) => /^w[mo]/.test(id));
        expect(message.msgid.endsWith('_external')).toBe(external);
        const members = rooms.get(message.roomid);
        if (members) expect([...people].toSorted()).toEqual(members.toSorted());
        else expect(people.size).toBe(2);
      }
    }
  });

  it('mix all the common kinds, texts most', () => {
    const kinds = Map.groupBy(playAll('a').flat(), (message) => message.msgtype);
    const wanted =
      'text image voice file link location weapp chatrecord mixed revoke agree voiptext emotion markdown todo meeting calendar docmsg video';
    expect([...kinds.keys()].toSorted()).toEqual(wanted.split(' ').toSorted());
    expect(kinds.get('text')?.length).toBeGreaterThan(450);
    expect(kinds.get('markdown')?.every((message) => message.from.startsWith('wb'))).toBe(true);
  });

  it('recall what the same person said before, and quote in both layouts', () => {
    const scenes = playAll('a');
    const recalls = scenes.flatMap((messages) =>
      messages.map((message, at) => ({ message, before: messages.slice(0, at) })),
    );
    const revoked = recalls.filter(({ message }) => message.msgtype === 'revoke');
    expect(revoked.length).toBeGreaterThanOrEqual(2);
    for (const { message, before } of revoked) {
      expect(message.action).toBe('recall');
      expect(before.find((earlier) => earlier.msgid === message.revoke?.pre_msgid)?.from).toBe(message.from);
    }
    const texts = scenes.flat().map((message) => message.text?.content ?? '');
    expect(texts.some((text) => text.startsWith('这是一条引用/回复消息：\n"'))).toBe(true);
    expect(texts.some((text) => /^「.+：.+」\n(- ){14}-\n/.test(text))).toBe(true);
  });

  it('leave no name unfilled and differ from seed to seed', () => {
    const [one, same, other] = [playAll('a'), playAll('a'), playAll('b')].map((scenes) =>
      scenes.flat().map((message) => message.text?.content ?? ''),
    );
    expect(one?.some((text) => /\{\w+\}/.test(text))).toBe(false);
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
  });

  it('are refused when they are malformed', () => {
    expect(() => readScenes('= a | moon')).toThrow('moon');
    expect(() => readScenes('= a | pair zh\nC says hello')).toThrow('not a line');
    expect(() => readScenes('= a | pair zh\nC #sing')).toThrow('sing');
    const [scene] = readScenes('= a | pair zh\nC: {nobody}');
    const stage = {
      company: createCompany(createRandom('x')),
      random: createRandom('x'),
      addMedia: () => expect.fail(),
    };
    expect(() => scene && playScene(scene, stage).next(createTestClock().now())).toThrow('{nobody}');
  });
});

describe('the company', () => {
  it('has seven employees, nine customers, a robot, three rooms with customers and two without', () => {
    const company = createCompany(createRandom('a'));
    expect([company.employees.length, company.customers.length, company.rooms.length]).toEqual([7, 9, 5]);
    const outside = company.rooms.map((room) => room.members.some((person) => person.kind === 'customer'));
    expect(outside).toEqual([true, true, false, false, true]);
    const ids = [...company.customers, company.robot].map((person) => person.id);
    for (const id of ids) expect(id).toMatch(/^w[mob][A-Za-z0-9]{30}$/);
    expect(createCompany(createRandom('b')).customers[0]?.id).not.toBe(company.customers[0]?.id);
  });
});
