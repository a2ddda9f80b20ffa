import { createHash } from 'node:crypto';
import { openFileId } from '@highwater/crypto';
import type { MediaId } from '@highwater/domain';
import { readSamples } from '@highwater/wecom-simulator';
import type { Company, HandOverFixture } from './hand-over-fixture.ts';

export interface SampleFile {
  readonly mediaId: MediaId;
  readonly sdkfileid: string;
  readonly bytes: Buffer;
  readonly fate: 'stored' | 'expired' | 'pending';
}

/**
 * Lets the chain archive all 158 samples. Of their files every third is dropped by WeCom before it is fetched, every
 * seventh waits, the others are stored; some of those have the same content.
 */
export async function archiveSamples(fixture: HandOverFixture, { tenantId, key }: Company): Promise<SampleFile[]> {
  fixture.finance.archive(
    readSamples().map((sample) => sample.message),
    key,
  );
  await fixture.drain(['pull-archive', 'open-page']);
  const subkey = await fixture.deps.tenantKeys.subkey(tenantId, 'sdkfileid');
  const rows = await fixture.read<{ mediaId: MediaId; fileid: Buffer }>(
    tenantId,
    `SELECT media_id AS "mediaId", sdkfileid AS fileid FROM hw.media WHERE state = 'wanted' ORDER BY 1`,
  );
  const files: SampleFile[] = [];
  for (const [at, { mediaId, fileid }] of rows.entries()) {
    const sdkfileid = openFileId(subkey, tenantId, mediaId, fileid);
    // The samples name sizes and hashes of files that nobody has.
    const bytes = Buffer.from(`文件 ${at % 20}`.repeat(1 + (at % 5)));
    const md5 = createHash('md5').update(bytes).digest('hex');
    await fixture.read(
      tenantId,
      'UPDATE hw.media SET expected_size = $2, expected_md5 = $3 WHERE media_id = $1 RETURNING 1 AS one',
      [mediaId, bytes.length, md5],
    );
    const fate = at % 3 === 2 ? 'expired' : at % 7 === 6 ? 'pending' : 'stored';
    if (fate === 'stored') fixture.finance.files.set(sdkfileid, { bytes });
    else fixture.finance.files.set(sdkfileid, { bytes, gone: fate === 'expired' ? 'media.expired' : 'wecom.busy' });
    files.push({ mediaId, sdkfileid, bytes, fate });
  }
  await fixture.drain();
  return files;
}
