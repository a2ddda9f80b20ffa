import { generateKeyPairSync } from 'node:crypto';
import type { TenantId } from '@highwater/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainHash, CHAIN_START } from '../ledger/chain-hash.ts';
import { writeRow } from '../ledger/ledger-row.ts';
import { createLedgerSigner, readLedgerKeys } from '../ledger/ledger-signature.ts';
import { createAuditFileWriter, verifyAuditFile } from './audit-file.ts';
import { auditLeaf, type AuditFacts } from './audit-leaf.ts';
import type { AuditLink } from './check-audit-chain.ts';

const TENANT = '01a0c0de-0000-7000-8000-000000000001' as TenantId;
const AT = Date.UTC(2026, 10, 22, 8);
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const keys = readLedgerKeys(publicKey.export({ type: 'spki', format: 'pem' }).toString());
const signer = createLedgerSigner(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());

function factsOf(position: number): AuditFacts {
  return {
    auditId: `01a0c0de-0000-7000-8000-0000000000${String(10 + position)}`,
    atMicros: String((AT + position) * 1000),
    memberId: null,
    actor: 'member',
    event: position % 2 === 0 ? 'message.viewed' : 'access.denied',
    subject: null,
    detail: '{"a": 1}',
    address: '203.0.113.7',
    requestId: null,
    sealedSha256: null,
  };
}

/** A log of some rows, with a checkpoint at every third. */
function makeLinks(count: number): AuditLink[] {
  const links: AuditLink[] = [];
  for (let position = 1; position <= count; position += 1) {
    const facts = factsOf(position);
    const leaf = auditLeaf(TENANT, facts);
    const hash = chainHash(links.at(-1)?.hash ?? CHAIN_START, leaf);
    const checkpoints = position % 3 === 0 ? [sign(position, hash)] : [];
    links.push({ position, auditId: facts.auditId, leaf, hash, facts, checkpoints });
  }
  return links;
}
function sign(rows: number, head: string): string {
  return writeRow(signer.signAudit({ type: 'highwater/v1/audit-checkpoint', tenant: TENANT, rows, head, at: AT }));
}

function linesOf(links: readonly AuditLink[], from = 0): string[] {
  const writer = createAuditFileWriter();
  const before = links[from - 1];
  const head = {
    type: 'highwater/v1/audit-file' as const,
    tenant: TENANT,
    made: AT,
    position: from,
    hash: before?.hash ?? CHAIN_START,
    keys: keys.map(({ spki }) => spki),
  };
  const text = [writer.head(head), ...links.slice(from).map((link) => writer.link(link)), writer.end()].join('');
  return text.trimEnd().split('\n');
}
async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
const verify = (lines: readonly string[], options: Parameters<typeof verifyAuditFile>[1] = {}) =>
  verifyAuditFile(each(lines), options);

describe('a file of the audit log', () => {
  it('proves what it holds, with the keys it brings along or with those that are given', async () => {
    const lines = linesOf(makeLinks(7));
    const whole = { rows: 7, shown: 7, problems: [], oddLines: [], isWhole: true, checkpoint: { rows: 6 } };
    expect(await verify(lines)).toMatchObject(whole);
    expect(await verify(lines, { trusted: keys })).toMatchObject(whole);
    const others = readLedgerKeys(
      generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    );
    expect((await verify(lines, { trusted: others })).problems[0]).toMatchObject({ kind: 'checkpoint_bad' });
  });

  it('proves a part of it, and rows that it does not tell', async () => {
    const links = makeLinks(9).map((link) =>
      link.position % 2 === 0 ? link : { ...link, facts: 'withheld' as const },
    );
    const lines = linesOf(links, 4);
    expect(lines.join('')).not.toContain('access.denied');
    expect(await verify(lines)).toMatchObject({
      rows: 5,
      shown: 2,
      problems: [],
      isWhole: true,
      start: { position: 4 },
    });
  });

  it('shows what was cut off and what was written anew, by checkpoints that were kept elsewhere', async () => {
    const links = makeLinks(9);
    const against = links.flatMap(({ checkpoints }) => checkpoints);
    const short = linesOf(links.slice(0, 7));
    expect(await verify(short)).toMatchObject({ problems: [], isWhole: true });
    expect((await verify(short, { against })).problems).toMatchObject([{ kind: 'cut_off' }]);
    expect(await verify(linesOf(links), { against })).toMatchObject({ problems: [] });
    const other = makeLinks(9).map((link) => ({ ...link, checkpoints: [] }));
    const [kept] = against;
    const moved = sign(3, 'f'.repeat(64));
    expect((await verify(linesOf(other), { against: [moved] })).problems).toMatchObject([{ kind: 'history_differs' }]);
    expect(await verify(linesOf(other), { against: [kept ?? ''] })).toMatchObject({ problems: [] });
  });

  it('is not proven after any change of any byte', async () => {
    const text = `${linesOf(makeLinks(4)).join('\n')}\n`;
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: text.length - 2 }), fc.nat({ max: 93 }), async (at, code) => {
        const put = String.fromCharCode(33 + code);
        fc.pre(text[at] !== put && text[at] !== '\n');
        const changed = `${text.slice(0, at)}${put}${text.slice(at + 1)}`;
        const found = await verify(changed.trimEnd().split('\n'), { trusted: keys });
        expect(found.problemCount > 0 || found.oddLines.length > 0 || !found.isWhole).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('tells a file that is none from one that is wrong', async () => {
    expect(await verify(['hello'])).toMatchObject({ tenantId: null, oddLines: [1], isWhole: false });
    expect(await verify([])).toMatchObject({ tenantId: null, isWhole: false });
  });
});
