import { createHash } from 'node:crypto';
import type { ExportRow } from '@highwater/db';
import { FaultError, type TenantId } from '@highwater/domain';
import { readZip, verifyPackage, type PackageVerdict } from '@highwater/exports';
import { openStored } from '../export-object.ts';
import type { HandOverFixture } from './hand-over-fixture.ts';

export interface OpenedPackage {
  readonly zip: Buffer;
  readonly sha256: string;
  readonly verdict: PackageVerdict;
  readonly entries: ReadonlyMap<string, Buffer>;
  readonly messages: readonly PackedMessage[];
}

export interface PackedMessage {
  readonly msgid: string;
  readonly message_id: string;
  readonly sender: string | null;
  readonly receivers: readonly string[];
  readonly sent_at: number;
  readonly original: string;
}

/** A finished package as its receiver has it: fetched from the store, opened, verified and unpacked. */
export async function readPackage(
  fixture: HandOverFixture,
  tenantId: TenantId,
  row: ExportRow,
): Promise<OpenedPackage> {
  if (row.objectName === null) throw new FaultError('export.not_ready');
  const zip = await collect(await openStored(fixture.deps, tenantId, row.objectName));
  const source = {
    size: zip.length,
    async *read(start: number, end: number) {
      yield zip.subarray(start, end);
    },
  };
  const entries = new Map<string, Buffer>();
  for await (const entry of readZip(source)) entries.set(entry.name, await collect(entry.bytes));
  const lines = [...entries].filter(([name]) => name.startsWith('messages/')).flatMap(([, bytes]) => linesOf(bytes));
  return {
    zip,
    sha256: createHash('sha256').update(zip).digest('hex'),
    verdict: await verifyPackage(readZip(source)),
    entries,
    messages: lines.map((line) => JSON.parse(line) as PackedMessage),
  };
}

export function linesOf(bytes: Buffer | undefined): string[] {
  return (bytes?.toString('utf8') ?? '').split(/\r?\n/).filter((line) => line !== '');
}

async function collect(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const blocks: Uint8Array[] = [];
  for await (const block of bytes) blocks.push(block);
  return Buffer.concat(blocks);
}
