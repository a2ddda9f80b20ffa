import { createRandom } from '../../faults/seeded-random.ts';

/** One message as WeCom would have sent it, opened. */
export interface ComposedMessage {
  readonly msgid: string;
  readonly plaintext: Buffer;
}

export interface ArchiveShape {
  readonly messages: number;
  readonly corpus: readonly string[];
  readonly seed: number;
  /** Unix ms; messages are spread evenly from here on. */
  readonly from: number;
  readonly until: number;
}

export const EMPLOYEES = Array.from({ length: 60 }, (_, at) => `employee${String(at).padStart(2, '0')}`);
const CUSTOMERS = 2_000;
const ROOMS = 200;
/** Share of messages that stand in rooms. */
const IN_ROOMS = 0.3;

/**
 * A company's talk over years: texts spliced from the corpus with other numbers in them, pairs and rooms of very different
 * weight, and the other kinds of message in the share in which they come.
 */
export function* composeArchive({ messages, corpus, seed, from, until }: ArchiveShape): Generator<ComposedMessage> {
  const random = createRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  // Squared twice: the first tenth of customers, rooms and employees has most of the talk.
  const skewed = (count: number): number => Math.floor(random() ** 3 * count);
  const step = (until - from) / messages;

  function say(): string {
    const parts = [pick(corpus)];
    if (random() < 0.3) parts.push(pick(corpus).slice(0, 1 + Math.floor(random() * 24)));
    const text = parts.join(random() < 0.5 ? '，' : ' ');
    return text.replaceAll(/\d/g, () => String(Math.floor(random() * 10)));
  }

  function body(): object {
    const dice = random();
    if (dice < 0.82) return { msgtype: 'text', text: { content: say() } };
    const file = { sdkfileid: `bench${Math.floor(random() * 1e12)}`, md5sum: '0'.repeat(32), filesize: 20_000 };
    if (dice < 0.87) return { msgtype: 'image', image: file };
    if (dice < 0.9) return { msgtype: 'voice', voice: { ...file, voice_size: 4_000, play_length: 7 } };
    if (dice < 0.94)
      return { msgtype: 'file', file: { ...file, filename: `${say().slice(0, 12)}.pdf`, fileext: 'pdf' } };
    if (dice < 0.98) {
      const link = { title: say().slice(0, 30), description: say(), link_url: 'https://example.com/', image_url: '' };
      return { msgtype: 'link', link };
    }
    return {
      msgtype: 'location',
      location: { longitude: 116.4, latitude: 39.9, address: say().slice(0, 40), title: say().slice(0, 12), zoom: 15 },
    };
  }

  for (let at = 0; at < messages; at += 1) {
    const employee = EMPLOYEES[skewed(EMPLOYEES.length)] ?? '';
    const inRoom = random() < IN_ROOMS;
    const place = inRoom ? skewed(ROOMS) : skewed(CUSTOMERS);
    const people = inRoom ? membersOf(place) : [employee, customer(place)];
    const sender = pick(people);
    const msgid = `${seed}_${at}_${Math.floor(from + at * step)}_external`;
    const message = {
      msgid,
      action: 'send',
      from: sender,
      tolist: people.filter((person) => person !== sender),
      roomid: inRoom ? `wrBENCH${String(place).padStart(25, 'A')}` : '',
      msgtime: Math.floor(from + at * step),
      ...body(),
    };
    yield { msgid, plaintext: Buffer.from(JSON.stringify(message)) };
  }
}

const customer = (at: number): string => `wmBENCH${String(at).padStart(25, 'A')}`;

/** Three employees and three customers, the same for a room always. */
function membersOf(room: number): string[] {
  const employees = [0, 7, 23].map((step) => EMPLOYEES[(room + step) % EMPLOYEES.length] ?? '');
  return [...employees, ...[0, 11, 29].map((step) => customer((room * 3 + step) % CUSTOMERS))];
}
