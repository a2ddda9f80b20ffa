import { createHash, randomBytes, type KeyObject } from 'node:crypto';
import { isUtf8 } from 'node:buffer';
import type { CallbackTarget } from '../callback/send-callback.ts';
import type { Clock, UnixMs } from '@highwater/domain';
import { createBaseDirectory } from '../company/base-directory.ts';
import { changePeople, type PeopleChanges } from '../directory/change-people.ts';
import { changeRooms, type RoomChanges } from '../directory/change-rooms.ts';
import type { ContactEvent } from '../directory/contact-event.ts';
import { Directory } from '../directory/directory.ts';
import type { CrowdRule, DirectoryChange } from '../directory/entries.ts';
import type { FileSource } from '../envelope/media-cipher.ts';
import { createNoise } from '../envelope/noise.ts';
import { writeSdkFileId, type SdkFileId } from '../envelope/sdk-file-id.ts';
import { fileFromBytes, renderRecipe, type Recipe } from '../media/render-recipe.ts';
import { readMsgid, writeChatEntry, type ArchivedMessage } from './archived-message.ts';
import type { ArchiveState, CorpEvent, CorpFounded, MediaRegistered, MessageArchived } from './corp-event.ts';
import { CallCounters } from './call-counter.ts';
import { createFaultPlan, type FaultPlan } from './fault-plan.ts';
import type { Journal } from './journal.ts';
import { nextSeq } from './next-seq.ts';
import { readPublicKey } from './read-public-key.ts';
import { deriveSecret, type ContactsKind, type SecretPurpose } from './secrets.ts';
import { ShardLog } from './shard-log.ts';
import { readTrustedIps } from './trusted-ips.ts';

const DAY_MS = 86_400_000;
/** WeCom keeps messages and their files for five days. */
const RETENTION_MS = 5 * DAY_MS;

/** A file as a message names it. */
export interface MediaTicket {
  readonly sdkfileid: string;
  readonly md5sum: string;
  readonly filesize: number;
}

export interface PublicKeyVersion {
  readonly version: number;
  readonly pem: string;
  readonly key: KeyObject;
  readonly at: UnixMs;
}

/** One simulated corp: the sum of its events. Every change is in the journal before it counts. */
export class Corp {
  readonly corpId: string;
  readonly archiveSecret: string;
  readonly name: string;
  readonly secrets: Readonly<Record<SecretPurpose, string>>;
  readonly clock: Clock;
  readonly faults: FaultPlan;
  /** Who and what the corp has; changed through `people` and `rooms`, each change told to the callback. */
  readonly directory = new Directory();
  readonly people: PeopleChanges;
  readonly rooms: RoomChanges;
  /** Calls for people and rooms by API since this process began. */
  readonly calls = new CallCounters();
  readonly shards = new ShardLog();
  readonly #journal: Journal;
  readonly #sealSeed: string;
  readonly #keys: PublicKeyVersion[] = [];
  readonly #messages: ArchivedMessage[] = [];
  readonly #media = new Map<string, MediaRegistered>();
  readonly #sealed = new Map<bigint, string>();
  readonly #startSeq: bigint;
  readonly #listeners = new Set<(event: ContactEvent) => void>();
  #trustedIps: readonly string[] = [];
  #appTrustedIps: readonly string[] | undefined;
  #contactsKind: ContactsKind = 'sync';
  #archive: ArchiveState = 'opened';
  #talking: boolean;
  #callback: CallbackTarget | undefined;

  /** `journal` already holds `founded`; later events come through `replay`. */
  constructor(founded: CorpFounded, journal: Journal, clock: Clock) {
    this.corpId = founded.corpId;
    this.archiveSecret = founded.archiveSecret;
    this.name = founded.name;
    this.clock = clock;
    this.#journal = journal;
    this.#sealSeed = founded.sealSeed;
    this.#startSeq = BigInt(founded.startSeq);
    this.#talking = founded.talking;
    const { archiveSecret, sealSeed } = founded;
    const derive = (purpose: SecretPurpose): string => deriveSecret(sealSeed, purpose);
    this.secrets = {
      archive: archiveSecret,
      customer_contact: derive('customer_contact'),
      contacts: derive('contacts'),
    };
    this.faults = createFaultPlan(() => clock.now());
    for (const change of createBaseDirectory(founded.corpId)) this.directory.apply(change);
    const desk = {
      directory: this.directory,
      now: () => clock.now(),
      record: (change: DirectoryChange) => this.#record([{ e: 'directory', change }]),
      tell: (event: ContactEvent) => this.#listeners.forEach((listener) => listener(event)),
    };
    this.people = changePeople(desk);
    this.rooms = changeRooms(desk);
  }

  /** Takes in an event that is already in the journal. */
  replay(event: CorpEvent): void {
    switch (event.e) {
      case 'message':
        return void this.#messages.push(readMessage(event));
      case 'media':
        return void this.#media.set(event.fileId, event);
      case 'ips':
        return void (this.#trustedIps = event.ips);
      case 'app_ips':
        return void (this.#appTrustedIps = event.ips);
      case 'contacts_kind':
        return void (this.#contactsKind = event.kind);
      case 'directory':
        return this.directory.apply(event.change);
      case 'key':
        return void this.#keys.push({ ...event, key: readPublicKey(event.pem) });
      case 'archive':
        return void (this.#archive = event.state);
      case 'talking':
        return void (this.#talking = event.on);
      case 'callback': {
        const { e: _, ...target } = event;
        return void (this.#callback = target);
      }
      case 'corp':
        return;
    }
  }

  get trustedIps(): readonly string[] {
    return this.#trustedIps;
  }
  /** Of the app behind the two further secrets; the archive's until they are set. */
  get appTrustedIps(): readonly string[] {
    return this.#appTrustedIps ?? this.#trustedIps;
  }
  get contactsKind(): ContactsKind {
    return this.#contactsKind;
  }
  get publicKeys(): readonly PublicKeyVersion[] {
    return this.#keys;
  }
  get archiveState(): ArchiveState {
    return this.#archive;
  }
  get talking(): boolean {
    return this.#talking;
  }
  get callback(): CallbackTarget | undefined {
    return this.#callback;
  }
  get lastSeq(): bigint {
    return this.#messages.at(-1)?.seq ?? this.#startSeq;
  }
  get messageCount(): number {
    return this.#messages.length;
  }
  /** All seqs ever given, also of messages that WeCom no longer keeps. */
  get seqs(): bigint[] {
    return this.#messages.map((message) => message.seq);
  }

  /** An empty list trusts nobody. Throws a Refusal for what is no address. */
  setTrustedIps(ips: readonly string[]): void {
    this.#record([{ e: 'ips', ips: readTrustedIps(ips) }]);
  }

  /** As `setTrustedIps`, for the app behind the two further secrets. */
  setAppTrustedIps(ips: readonly string[]): void {
    this.#record([{ e: 'app_ips', ips: readTrustedIps(ips) }]);
  }

  setContactsKind(kind: ContactsKind): void {
    this.#record([{ e: 'contacts_kind', kind }]);
  }

  /** People and rooms by rule, beside those of the company: one line of the journal for any number. */
  setCrowd(rule: CrowdRule): void {
    this.#record([{ e: 'directory', change: { put: 'crowd', entry: rule } }]);
  }

  /** Told of each change of people and rooms that WeCom would send an event for. Gives the way to stop. */
  onContactEvent(listener: (event: ContactEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  setArchiveState(state: ArchiveState): void {
    this.#record([{ e: 'archive', state }]);
  }

  setTalking(on: boolean): void {
    this.#record([{ e: 'talking', on }]);
  }

  /** Where events go from now on; the caller has checked that it answers. */
  setCallback(target: CallbackTarget): void {
    this.#record([{ e: 'callback', ...target }]);
  }

  /** The new key's version, one above the last. Throws a Refusal for anything but an RSA-2048 public key. */
  addPublicKey(pem: string): number {
    readPublicKey(pem);
    const version = this.#keys.length + 1;
    this.#record([{ e: 'key', version, pem: pem.trim(), at: this.clock.now() }]);
    return version;
  }

  /** Archives plaintexts in order and gives their seqs; none while there is no public key or the archive is not opened. */
  archive(plaintexts: readonly Uint8Array[]): bigint[] {
    const events = this.#number(plaintexts);
    this.#record(events);
    return this.#messages.slice(-events.length || this.#messages.length).map((message) => message.seq);
  }

  /**
   * Seals plaintexts before they are archived, as the next to be, and keeps the entries in memory: answers with them
   * then cost next to nothing. For measuring whoever pulls.
   */
  sealAhead(plaintexts: readonly Uint8Array[]): void {
    for (const event of this.#number(plaintexts)) {
      const message = readMessage(event);
      this.#sealed.set(message.seq, this.writeEntry(message));
    }
  }

  #number(plaintexts: readonly Uint8Array[]): MessageArchived[] {
    const version = this.#keys.at(-1)?.version;
    if (version === undefined || this.#archive === 'not_opened') return [];
    let seq = this.lastSeq;
    const at = this.clock.now();
    return plaintexts.map((plaintext) => {
      seq = nextSeq(seq, this.#sealSeed);
      const msgid = readMsgid(plaintext) ?? `${randomBytes(8).readBigUInt64BE()}_${at}`;
      const bytes = Buffer.from(plaintext.buffer, plaintext.byteOffset, plaintext.byteLength);
      const content = isUtf8(bytes) ? { text: bytes.toString() } : { base64: bytes.toString('base64') };
      return { e: 'message', seq: String(seq), msgid, version, at, ...content };
    });
  }

  /** Up to `limit` kept messages after `seq`, in order. */
  listAfter(seq: bigint, limit: number): ArchivedMessage[] {
    const oldest = this.clock.now() - RETENTION_MS;
    let [low, high] = [0, this.#messages.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const message = this.#messages[middle];
      if (message && message.seq <= seq) low = middle + 1;
      else high = middle;
    }
    const found: ArchivedMessage[] = [];
    for (let at = low; at < this.#messages.length && found.length < limit; at += 1) {
      const message = this.#messages[at];
      if (message && message.at >= oldest) found.push(message);
    }
    return found;
  }

  /** The message's entry in an answer, sealed with the key of its version. */
  writeEntry(message: ArchivedMessage): string {
    const sealed = this.#sealed.get(message.seq);
    if (sealed !== undefined) return sealed;
    const found = this.#keys[message.version - 1];
    if (!found) throw new Error('a message names a key version that was never given');
    return writeChatEntry(message, found.key, this.#sealSeed);
  }

  /** Keeps a file for messages to name: a recipe, or bytes of any content. */
  addMedia(content: Recipe | Uint8Array): MediaTicket {
    const at = this.clock.now();
    const noise = createNoise(`${this.#sealSeed}|media|${this.#media.size}`);
    const fileId = noise.bytes(16).toString('hex');
    const digits = (length: number): string => noise.text(length, '123456789');
    const authKey = Buffer.from(`47_${digits(16)}_${digits(8)}_${Math.floor(at / 1000)}`).toString('base64');
    const id: SdkFileId = { fileId, authKey, aesKey: noise.bytes(16).toString('hex') };
    if (typeof content !== 'string') this.#journal.putFile(fileId, content);
    this.registerMedia(id, typeof content === 'string' ? content : 'stored');
    const file = typeof content === 'string' ? renderRecipe(content) : fileFromBytes(content);
    return { sdkfileid: writeSdkFileId(id), md5sum: digest(file), filesize: file.size };
  }

  /** Makes an sdkfileid that exists already answer with a recipe, or as gone. The first registration of an id counts. */
  registerMedia(id: SdkFileId, recipe: Recipe | 'stored' | 'gone'): void {
    if (this.#media.has(id.fileId)) return;
    this.#record([{ e: 'media', ...id, at: this.clock.now(), recipe }]);
  }

  /** The file and its key; `gone` after five days; undefined when the ids were never given. */
  findMedia(fileId: string, authKey: string): { file: FileSource; aesKey: string } | 'gone' | undefined {
    const media = this.#media.get(fileId);
    if (!media || media.authKey !== authKey) return undefined;
    if (media.recipe === 'gone' || media.at < this.clock.now() - RETENTION_MS) return 'gone';
    const file = media.recipe === 'stored' ? fileFromBytes(this.#journal.getFile(fileId)) : renderRecipe(media.recipe);
    return { file, aesKey: media.aesKey };
  }

  close(): void {
    this.#journal.close();
  }

  #record(events: readonly CorpEvent[]): void {
    this.#journal.append(events);
    for (const event of events) this.replay(event);
  }
}

function readMessage(event: MessageArchived): ArchivedMessage {
  const plaintext = Buffer.from(event.text ?? event.base64 ?? '', event.text === undefined ? 'base64' : 'utf8');
  return { seq: BigInt(event.seq), msgid: event.msgid, version: event.version, at: event.at, plaintext };
}

const STEP = 1024 * 1024;

function digest(file: FileSource): string {
  const hash = createHash('md5');
  for (let at = 0; at < file.size; at += STEP) hash.update(file.read(at, Math.min(file.size, at + STEP)));
  return hash.digest('hex');
}
