import { createHash, randomUUID } from 'node:crypto';
import { findUnansweredRule, inTenant, listMessages, markMemberRemoved, type MessageSelection } from '@highwater/db';
import type { ExportId, MemberId, PersonKey } from '@highwater/domain';
import { readSamples } from '@highwater/wecom-simulator';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildExport } from './build-export.ts';
import { archiveSamples, type SampleFile } from './testing/archive-samples.ts';
import { createHandOverFixture, type Company, type HandOverFixture } from './testing/hand-over-fixture.ts';
import { linesOf, readPackage, type OpenedPackage } from './testing/read-package.ts';

let fixture: HandOverFixture;
let company: Company;
let owner: MemberId;
let files: SampleFile[];

const samples = readSamples();

beforeAll(async () => {
  fixture = await createHandOverFixture(inject('superuser'));
  company = await fixture.makeCompany();
  owner = await fixture.addMember(company.tenantId, 'owner');
  files = await archiveSamples(fixture, company);
});
afterAll(() => fixture.close());

type Asked = Parameters<HandOverFixture['requestExport']>[2];
async function build(memberId: MemberId, asked?: Asked) {
  const exportId = await fixture.requestExport(company.tenantId, memberId, asked);
  await buildExport(fixture.deps, company.tenantId, exportId);
  return fixture.getExport(company.tenantId, exportId);
}
async function buildPackage(memberId: MemberId, asked?: Asked): Promise<OpenedPackage> {
  return readPackage(fixture, company.tenantId, await build(memberId, asked));
}
const withFate = (fate: SampleFile['fate']) => files.filter((file) => file.fate === fate);
const namesPerson = (message: string, key: string): boolean => {
  const { from, tolist } = JSON.parse(message) as { from?: unknown; tolist?: unknown };
  return [from, ...(Array.isArray(tolist) ? tolist : [])].some(
    (id) => typeof id === 'string' && id.toLowerCase() === key,
  );
};

describe('an export of everything', () => {
  let row: Awaited<ReturnType<typeof build>>;
  let opened: OpenedPackage;
  beforeAll(async () => {
    row = await build(owner);
    opened = await readPackage(fixture, company.tenantId, row);
  });

  it('is a package that verifies, with all 157 messages as WeCom gave them', () => {
    expect(opened.verdict).toEqual({
      holds: true,
      problems: [],
      messages: 157,
      mediaFiles: opened.verdict.mediaFiles,
      missing: row.mediaMissing,
    });
    expect(opened.messages).toHaveLength(157);
    const originals = new Set(opened.messages.map((message) => message.original));
    const textOnly = samples.filter((sample) => !sample.message.includes('sdkfileid'));
    expect(textOnly.length).toBeGreaterThan(100);
    const lost = textOnly.filter((sample) => !originals.has(sample.message)).map((sample) => sample.case);
    // The second sample of the pair that shares a msgid is the same message.
    expect(lost).toEqual([]);
  });

  it('is described by its row: counts, size, hash, name, end', async () => {
    const stored = withFate('stored').length;
    const [absent] = await fixture.read<{ n: number }>(
      company.tenantId,
      "SELECT count(*)::int AS n FROM hw.media WHERE state = 'absent'",
    );
    const missing = (absent?.n ?? 0) + withFate('pending').length;
    expect(row).toMatchObject({
      state: 'complete_with_missing',
      stage: 'done',
      messagesTotal: 157,
      messagesDone: 157,
      mediaTotal: stored + missing,
      mediaDone: stored,
      mediaMissing: missing,
      size: String(opened.zip.length),
      sha256: opened.sha256,
      fileName: `highwater-2026-11-22-${row.exportId.slice(0, 8)}.zip`,
      fault: null,
      access: { kind: 'all' },
      finishedAt: fixture.clock.at,
      expiresAt: fixture.clock.at + 7 * 86_400_000,
    });
    const audits = 'SELECT actor, detail FROM hw.audit WHERE event = $1 AND subject = $2';
    expect(await fixture.read(company.tenantId, audits, ['export.built', `export:${row.exportId}`])).toEqual([
      { actor: 'system', detail: { messages: 157, missing, bytes: opened.zip.length } },
    ]);
  });

  it('holds each stored original once, named by its hash', () => {
    const hashes = new Set(withFate('stored').map(({ bytes }) => createHash('sha256').update(bytes).digest('hex')));
    expect(hashes.size).toBeLessThan(withFate('stored').length);
    const packed = [...opened.entries].filter(([name]) => name.startsWith('media/'));
    expect(packed).toHaveLength(hashes.size);
    expect(opened.verdict.mediaFiles).toBe(hashes.size);
    for (const [name, bytes] of packed) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      expect(hashes).toContain(hash);
      expect(name).toContain(hash.slice(0, 32));
      expect(opened.entries.get('SHA256SUMS')?.toString()).toContain(`${hash}  ${name}`);
    }
  });

  it('names every absent file with its reason', () => {
    const rows = linesOf(opened.entries.get('missing.csv')).slice(1);
    expect(rows).toHaveLength(row.mediaMissing);
    const withReason = (reason: string) => rows.filter((line) => line.includes(`,${reason},`)).length;
    expect(withFate('expired').length).toBeGreaterThan(5);
    expect(withReason('media.expired')).toBe(withFate('expired').length);
    expect(withReason('media.pending')).toBe(withFate('pending').length);
    expect(withReason('media.expired') + withReason('media.pending') + withReason('media.no_id')).toBe(rows.length);
  });

  it('holds no sdkfileid, in whatever way it may be written', () => {
    expect(files.length).toBeGreaterThan(30);
    const all = [opened.zip, ...opened.entries.values()].map((bytes) => bytes.toString('latin1').replaceAll('\\', ''));
    for (const { sdkfileid } of files) {
      expect(sdkfileid.length).toBeGreaterThan(20);
      expect(all.some((text) => text.includes(sdkfileid))).toBe(false);
    }
    expect(
      opened.messages.filter((message) => message.original.includes('[removed: sdkfileid]')).length,
    ).toBeGreaterThan(20);
  });

  it('is sealed in the store', () => {
    const sealed = fixture.objects.objects.get(row.objectName ?? '');
    expect(sealed?.length).toBeGreaterThan(opened.zip.length);
    expect(sealed?.includes(Buffer.from('manifest.json'))).toBe(false);
  });
});

describe('a narrower export', () => {
  it('of two Chinese characters holds exactly the messages that show them', async () => {
    const opened = await buildPackage(owner, { words: ['报价'] });
    expect(opened.verdict.holds).toBe(true);
    const expected = samples.filter(({ case: name }) => ['file/double_extension', 'todo/normal'].includes(name));
    const msgid = (message: string) => (JSON.parse(message) as { msgid: string }).msgid;
    expect(opened.messages.map(({ original }) => msgid(original)).toSorted()).toEqual(
      expected.map(({ message }) => msgid(message)).toSorted(),
    );
    expect(opened.entries.get('manifest.json')?.toString()).not.toContain('报价');
  });

  it('of words within a kind holds what both let through', async () => {
    const opened = await buildPackage(owner, { words: ['报价'], selection: { kinds: ['todo'] } });
    expect(opened.messages).toHaveLength(1);
  });

  it('of a time holds what was sent from its beginning until before its end', async () => {
    const times = await fixture.read<{ at: number }>(
      company.tenantId,
      'SELECT sent_at AS at FROM hw.messages ORDER BY 1',
    );
    const [from, until] = [times[40]?.at ?? 0, times[90]?.at ?? 0];
    const opened = await buildPackage(owner, { selection: { from, until } });
    const inside = times.filter(({ at }) => at >= from && at < until);
    expect(opened.messages.map((message) => message.sent_at).toSorted()).toEqual(inside.map(({ at }) => at));
  });

  it('of direction, files, recall and answers holds what those filters show in a search', async () => {
    const rule = await inTenant(fixture.deps.database, company.tenantId, (tx) =>
      findUnansweredRule(tx, fixture.clock.at),
    );
    const filters: readonly MessageSelection[] = [
      { directions: ['inbound'] },
      { hasMedia: true },
      { isRecalled: true },
      { isRecalled: false, hasMedia: false, directions: ['outbound', 'internal'] },
      { isUnanswered: true },
    ];
    for (const selection of filters) {
      const shown = await inTenant(fixture.deps.database, company.tenantId, (tx) =>
        listMessages(
          tx,
          { kind: 'all' },
          { ...selection, unanswered: rule },
          { from: null, towards: 'newer', limit: 1000 },
        ),
      );
      expect(shown.length, JSON.stringify(selection)).toBeGreaterThan(0);
      expect(shown.length, JSON.stringify(selection)).toBeLessThan(157);
      const opened = await buildPackage(owner, { selection });
      expect(opened.messages.map(({ msgid }) => msgid).toSorted(), JSON.stringify(selection)).toEqual(
        shown.map(({ msgid }) => msgid).toSorted(),
      );
    }
  });

  it('holds only messages that were archived when it was asked for', async () => {
    const exportId = await fixture.requestExport(company.tenantId, owner, { selection: { kinds: ['text'] } });
    const [before] = await fixture.read<{ n: number }>(
      company.tenantId,
      "SELECT count(*)::int AS n FROM hw.messages WHERE kind = 'text'",
    );
    fixture.clock.at += 1000;
    const late = {
      msgid: randomUUID(),
      action: 'send',
      from: 'LinXiaoyu',
      tolist: ['chen.min'],
      roomid: '',
      msgtime: 1_794_500_000_000,
    };
    fixture.finance.archive(
      [JSON.stringify({ ...late, msgtype: 'text', text: { content: '迟到的一条' } })],
      company.key,
    );
    const pull = { tenantId: company.tenantId, connectionId: company.connectionId };
    await inTenant(fixture.database, company.tenantId, (tx) => fixture.chainDeps.enqueue(tx, 'pull-archive', pull));
    await fixture.drain(['pull-archive', 'open-page']);
    await buildExport(fixture.deps, company.tenantId, exportId);
    const row = await fixture.getExport(company.tenantId, exportId);
    expect(row.messagesTotal).toBe(before?.n);
    expect((await build(owner, { selection: { kinds: ['text'] } })).messagesTotal).toBe((before?.n ?? 0) + 1);
  });
});

describe('a viewer', () => {
  const employee = 'mia.olsen';

  it('exports what its one employee sent or received, and is told of nobody else', async () => {
    const viewer = await fixture.addMember(company.tenantId, 'viewer', { employees: [employee] });
    const row = await build(viewer);
    const opened = await readPackage(fixture, company.tenantId, row);
    const theirs = new Set(
      samples.filter(({ message }) => namesPerson(message, employee)).map(({ message }) => message),
    );
    expect(theirs.size).toBeGreaterThan(4);
    expect(opened.verdict).toMatchObject({ holds: true, messages: theirs.size });
    expect(opened.messages.every(({ original }) => namesPerson(original, employee))).toBe(true);
    expect(row.access).toEqual({ kind: 'where', any: [{ people: [employee] }] });

    const met = new Set(opened.messages.flatMap((message) => [message.sender, ...message.receivers]));
    const conversations = JSON.parse(opened.entries.get('conversations.json')?.toString() ?? '[]') as {
      people: PersonKey[];
    }[];
    for (const { people } of conversations) for (const person of people) expect(met).toContain(person);
    const people = JSON.parse(opened.entries.get('people.json')?.toString() ?? '[]') as { key: PersonKey }[];
    for (const { key } of people) expect(met).toContain(key);
    expect(opened.entries.get('README.en.txt')?.toString()).toContain(employee);
  });

  it('finds words only in what it may see', async () => {
    const viewer = await fixture.addMember(company.tenantId, 'viewer', { employees: [employee] });
    const opened = await buildPackage(viewer, { words: ['报价'] });
    expect(opened.messages).toHaveLength(1);
    expect(opened.messages.every(({ original }) => namesPerson(original, employee))).toBe(true);
  });

  it('without any grant exports nothing and is told so', async () => {
    const viewer = await fixture.addMember(company.tenantId, 'viewer');
    expect(await build(viewer)).toMatchObject({ state: 'failed', fault: 'permission.missing', attempts: 1 });
  });
});

describe('a build that has nothing to hand over', () => {
  it('of a member who was removed since fails for want of rights', async () => {
    const admin = await fixture.addMember(company.tenantId, 'admin');
    const exportId = await fixture.requestExport(company.tenantId, admin);
    await inTenant(fixture.database, company.tenantId, (tx) => markMemberRemoved(tx, admin));
    await buildExport(fixture.deps, company.tenantId, exportId);
    const row = await fixture.getExport(company.tenantId, exportId);
    expect(row).toMatchObject({ state: 'failed', fault: 'permission.missing', objectName: null });
  });

  it('of a selection without messages fails at once and leaves nothing', async () => {
    const before = fixture.packages();
    const row = await build(owner, { selection: { from: 0, until: 1 } });
    expect(row).toMatchObject({ state: 'failed', fault: 'selection.empty', attempts: 1 });
    expect(fixture.packages()).toEqual(before);
  });

  it('of an export that is not there does nothing', async () => {
    await buildExport(fixture.deps, company.tenantId, randomUUID() as ExportId);
  });
});
