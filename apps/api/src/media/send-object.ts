import { objectPlace, openObject, openObjectRange, sealedObjectSize } from '@highwater/crypto';
import type { TenantId } from '@highwater/domain';
import type { ApiDeps } from '../api-deps.ts';
import { streamOf } from '../http/stream-of.ts';
import { rangeThatHolds, readRange } from './read-range.ts';

export interface SentObject {
  readonly tenantId: TenantId;
  readonly objectName: string;
  /** Plain bytes, from our records. */
  readonly size: number;
  readonly sha256: string;
  /** What stands for these bytes when a browser asks again; from `sha256` unless given. */
  readonly tag?: string;
  readonly contentType: string;
  /** The name under which a browser saves it; null shows it in place. */
  readonly saveAs: string | null;
}

/** Streams a sealed object, whole or in part, opening only what is asked for. The browser asks again each time: rights change. */
export async function sendObject(deps: ApiDeps, headers: Headers, object: SentObject): Promise<Response> {
  const etag = `"${object.tag ?? object.sha256.slice(0, 32)}"`;
  const answer = fileHeaders(object);
  answer.set('Accept-Ranges', 'bytes');
  answer.set('ETag', etag);
  if (headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers: answer });

  const range = readRange(rangeThatHolds(headers, etag), object.size);
  if (range === 'unsatisfiable') {
    answer.set('Content-Range', `bytes */${object.size}`);
    return new Response(null, { status: 416, headers: answer });
  }
  const key = await deps.tenantKeys.subkey(object.tenantId, 'object');
  const place = objectPlace(object.tenantId, object.objectName);
  const bytes =
    range === null
      ? openObject(key, place, await deps.objects.get(object.objectName))
      : openObjectRange(
          key,
          place,
          (start, end) => deps.objects.get(object.objectName, { start, end }),
          sealedObjectSize(object.size),
          range.start,
          range.end,
        );
  answer.set('Content-Length', String(range === null ? object.size : range.end - range.start + 1));
  if (range !== null) answer.set('Content-Range', `bytes ${range.start}-${range.end}/${object.size}`);
  return new Response(streamOf(bytes), { status: range === null ? 200 : 206, headers: answer });
}

/** Headers of every file: nothing in it runs, nobody else keeps it, and the browser asks again each time. */
export function fileHeaders({ contentType, saveAs }: Pick<SentObject, 'contentType' | 'saveAs'>): Headers {
  return new Headers({
    'Content-Type': contentType,
    'Content-Disposition': disposition(saveAs),
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'private, no-cache',
  });
}

/** RFC 6266 and 8187: a plain name for old readers, the real one in UTF-8. */
function disposition(saveAs: string | null): string {
  if (saveAs === null) return 'inline';
  const plain = saveAs.replaceAll(/[^\w.-]/g, '_').slice(-100);
  const exact = encodeURIComponent(saveAs).replaceAll(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
