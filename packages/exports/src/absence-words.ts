import type { BothLanguages } from './package-about.ts';
import type { AbsenceReason } from './export-message.ts';

/** Both languages stand side by side in a package, whoever reads it, so these words are here and not in the interface's lists. */
const WORDS = {
  'media.not_selected': { 'zh-CN': '导出时未选择包含文件', en: 'Files were not selected for this export' },
  'media.expired': {
    'zh-CN': '取到之前已超过企业微信的保留期',
    en: 'WeCom dropped the file before it could be fetched',
  },
  'media.bad_id': { 'zh-CN': '企业微信不认可该文件的编号', en: 'WeCom refused the id of the file' },
  'media.undecryptable': { 'zh-CN': '企业微信无法解密该文件', en: 'WeCom could not decrypt the file' },
  'media.no_id': { 'zh-CN': '消息中没有文件编号', en: 'The message names no file id' },
  'media.size_differs': { 'zh-CN': '取回的大小与消息中的不一致', en: 'The fetched size differs from the message' },
  'media.md5_differs': { 'zh-CN': '取回的 MD5 与消息中的不一致', en: 'The fetched MD5 differs from the message' },
  'media.too_large': { 'zh-CN': '文件超过大小上限', en: 'The file is larger than the limit' },
  'media.pending': { 'zh-CN': '导出时尚未取回', en: 'Not fetched yet when the export was made' },
  'media.interrupted': { 'zh-CN': '取回中断，尚未完成', en: 'Fetching was interrupted and has not finished yet' },
  'object.missing': { 'zh-CN': '存储中找不到该文件', en: 'The file was not found in storage' },
  'object.damaged': { 'zh-CN': '存储中的文件已损坏', en: 'The stored file is damaged' },
  'permission.missing': { 'zh-CN': '申请人的角色无权查看', en: 'The role of the person who asked does not allow it' },
} as const satisfies Partial<Record<AbsenceReason, BothLanguages>>;

const OTHER: BothLanguages = { 'zh-CN': '导出时未能取得', en: 'Could not be obtained when the export was made' };

/** The reason for an absent file in words; its code stands beside them in missing.csv. */
export function absenceWords(reason: AbsenceReason): BothLanguages {
  return reason in WORDS ? WORDS[reason as keyof typeof WORDS] : OTHER;
}
