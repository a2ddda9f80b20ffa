import { buffer } from 'node:stream/consumers';
import type { Download } from 'playwright';
import { fromBufferPromise } from 'yauzl';

/** The files of a downloaded package by name, as text; pictures and voices are in it as they are. */
export async function readDownload(download: Download): Promise<ReadonlyMap<string, string>> {
  const zip = await fromBufferPromise(await buffer(await download.createReadStream()), { lazyEntries: true });
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry);
    files.set(entry.fileName, (await buffer(stream)).toString('utf8'));
  }
  return files;
}
