import type { MediaState, MessageContext } from '../message-context.ts';
import { readSamples } from './read-samples.ts';

export interface SheetCase {
  readonly name: string;
  readonly text: string;
  /** Instead of "stored, with its copies". */
  readonly media?: MediaState;
  readonly context?: Partial<MessageContext>;
}

const RECALLED_AT = Date.UTC(2026, 10, 12, 17, 4);
const EXPIRES_AT = Date.UTC(2026, 10, 17, 4, 30);

/** What no sample shows: a file in each of its states, a recalled message, searched words, a reply that was found. */
function moreCases(samples: ReadonlyMap<string, string>): readonly SheetCase[] {
  const of = (name: string, sample: string, more: Omit<SheetCase, 'name' | 'text'>): SheetCase => ({
    name: `state/${name}`,
    text: samples.get(sample) ?? '',
    ...more,
  });
  const absent: MediaState = { state: 'absent', fault: 'media.expired' };
  const pending: MediaState = { state: 'pending', expiresAt: EXPIRES_AT };
  const retried: MediaState = { state: 'pending', fault: 'media.expired', expiresAt: EXPIRES_AT };
  const copies = { audio: null, thumbnail: null, poster: null, text: null };
  const unreadable: MediaState = { state: 'stored', bytes: 4096, copies, copyFault: 'copy.unreadable' };
  return [
    of('image_absent', 'image/external', { media: absent }),
    of('image_pending', 'image/external', { media: pending }),
    of('image_retried', 'image/external', { media: retried }),
    of('image_unreadable', 'image/external', { media: { ...unreadable, contentType: 'image/jpeg' } }),
    of('voice_absent', 'voice/external_amr', { media: absent }),
    of('voice_unreadable', 'voice/external_amr', { media: { ...unreadable, contentType: 'audio/amr' } }),
    of('video_absent', 'video/external_mp4', { media: absent }),
    of('video_no_poster', 'video/external_mp4', {
      media: { state: 'stored', contentType: 'video/mp4', bytes: 3_986_123, copies, copyFault: 'copy.no_decoder' },
    }),
    of('file_absent', 'file/pdf', { media: absent }),
    of('file_pending', 'file/pdf', { media: pending }),
    of('file_without_text', 'file/filename_empty', {
      media: { ...unreadable, contentType: 'application/octet-stream', md5Differed: true },
    }),
    of('recalled_text', 'text/original_of_revoke', { context: { recalledAt: RECALLED_AT } }),
    of('recall_with_original', 'revoke/of_previous_text', { context: { messageHref: () => '/messages/1' } }),
    of('searched_words', 'text/single_staff_to_customer_zh', { context: { highlight: ['柑橘', '4'] } }),
    of('reply_found', 'text/quote_reply_zh_archive_form', {
      context: { quoted: { href: '/messages/2', sentAt: RECALLED_AT } },
    }),
    of('named_today', 'card/same_corp_lowercase_key', { context: { personName: () => '赵凯' } }),
  ];
}

/** All samples and the states beside them. */
export function sheetCases(): readonly SheetCase[] {
  const samples = readSamples();
  return [...samples, ...moreCases(new Map(samples.map(({ name, text }) => [name, text])))];
}
