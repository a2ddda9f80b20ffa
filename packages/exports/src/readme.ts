import type { Language } from '@highwater/domain';
import { dialogLines } from './dialog-lines.ts';
import { ledgerLine } from './ledger-line.ts';
import { localTimesIn } from './local-time.ts';
import type { PackageCounts } from './manifest.ts';
import { oneLine } from './one-line.ts';
import type { PackageAbout } from './package-about.ts';

/** `README.zh.txt` and `README.en.txt`, with the line ends that every Windows editor shows. */
export function readmeText(about: PackageAbout, counts: PackageCounts, language: Language): string {
  const lines = language === 'zh-CN' ? chineseLines(about, counts) : englishLines(about, counts);
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function chineseLines(about: PackageAbout, counts: PackageCounts): string[] {
  const times = localTimesIn(about.timeZone);
  const { selection } = about;
  const isWhole = isWholeDialog(about);
  const from = selection.from === null ? '最早' : times(selection.from).text;
  const until = selection.until === null ? '导出时' : `${times(selection.until).text}（不含）`;
  return [
    `企业微信会话导出：${oneLine(about.tenantName)}`,
    '',
    ...(isWhole ? [] : [`范围    ${from} 至 ${until}`]),
    ...(about.dialog === null ? [] : dialogLines(about.dialog, 'zh-CN', times)),
    `筛选    ${oneLine(selection.filter['zh-CN'])}`,
    ...(selection.access === null ? [] : [`权限    ${oneLine(selection.access['zh-CN'])}`]),
    `申请人  ${oneLine(about.requestedBy)}`,
    `生成于  ${times(about.createdAt).text}`,
    `时区    ${about.timeZone}，文中的时间均为此时区`,
    `内容    ${counts.messages} 条消息，${counts.conversations} 个会话，${counts.people} 人，${counts.mediaFiles} 个文件`,
    selection.includesMedia
      ? `缺少    ${counts.missing} 个文件，原因见 missing.csv`
      : '缺少    此次导出未选择包含文件，清单见 missing.csv',
    ...about.ledger.map((statement) => `存档    ${ledgerLine(statement, 'zh-CN', times)}`),
    '',
    'messages/            每个会话一个文件夹，每月一个文件，每行一条消息，从早到晚',
    'conversations.json   会话列表',
    'people.json          人员列表，含看到过的每个姓名及看到的时间；两次查询之间发生了什么没有人知道',
    'media/               原始文件，以内容的 SHA-256 命名，相同内容只存一份',
    'media.jsonl          消息与文件的对应关系，含原文件名',
    'missing.csv          未包含的文件及原因',
    'schema/              消息各字段的说明（JSON Schema）',
    'manifest.json        清单：范围、数量、每个文件的大小与 SHA-256',
    'SHA256SUMS           校验值',
    '',
    '消息中的 original 是企业微信给出的原文，仅文件密钥已替换为标记。',
    '',
    '校验：在解压后的文件夹中运行',
    '  Linux    sha256sum -c SHA256SUMS',
    '  macOS    shasum -a 256 -c SHA256SUMS',
    '  Windows  certutil -hashfile 文件 SHA256，与 SHA256SUMS 对照',
  ];
}

function englishLines(about: PackageAbout, counts: PackageCounts): string[] {
  const times = localTimesIn(about.timeZone);
  const { selection } = about;
  const isWhole = isWholeDialog(about);
  const from = selection.from === null ? 'the beginning' : times(selection.from).text;
  const until = selection.until === null ? 'the time of the export' : `before ${times(selection.until).text}`;
  return [
    `Export of WeCom conversations: ${oneLine(about.tenantName)}`,
    '',
    ...(isWhole ? [] : [`Range     from ${from} until ${until}`]),
    ...(about.dialog === null ? [] : dialogLines(about.dialog, 'en', times)),
    `Filter    ${oneLine(selection.filter.en)}`,
    ...(selection.access === null ? [] : [`Access    ${oneLine(selection.access.en)}`]),
    `Asked by  ${oneLine(about.requestedBy)}`,
    `Made at   ${times(about.createdAt).text}`,
    `Zone      ${about.timeZone}; local times are in this zone`,
    `Content   ${counts.messages} messages, ${counts.conversations} conversations, ${counts.people} people, ${counts.mediaFiles} files`,
    selection.includesMedia
      ? `Missing   ${counts.missing} files; missing.csv says why`
      : 'Missing   files were not selected for this export; missing.csv lists them',
    ...about.ledger.map((statement) => `Archive   ${ledgerLine(statement, 'en', times)}`),
    '',
    'messages/            a folder per conversation, a file per month, a message per line, oldest first',
    'conversations.json   the conversations',
    'people.json          the people, with every name seen and when; between two looks nobody knows',
    'media/               original files, named by the SHA-256 of their content, each content once',
    'media.jsonl          which message shows which file, with its human name',
    'missing.csv          files that are not here, and why',
    'schema/              what the fields of a message mean (JSON Schema)',
    'manifest.json        range, counts, size and SHA-256 of each file',
    'SHA256SUMS           the hashes, for the commands below',
    '',
    'The field "original" of a message is what WeCom gave, with only the keys of files replaced by a marker.',
    '',
    'To verify, in the unpacked folder:',
    '  Linux    sha256sum -c SHA256SUMS',
    '  macOS    shasum -a 256 -c SHA256SUMS',
    '  Windows  certutil -hashfile FILE SHA256, and compare with SHA256SUMS',
  ];
}

/** The times of a dialog stand there already, unless others were asked for. */
function isWholeDialog({ dialog, selection }: PackageAbout): boolean {
  return dialog !== null && selection.from === null && selection.until === null;
}
