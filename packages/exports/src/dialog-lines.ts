import type { Language } from '@highwater/domain';
import type { DialogAbout } from './dialog-about.ts';
import type { LocalTime } from './local-time.ts';
import { oneLine } from './one-line.ts';

/** What the cover says of the dialog that a package was made of. */
export function dialogLines(
  dialog: DialogAbout,
  language: Language,
  times: (at: number) => LocalTime,
): readonly string[] {
  return language === 'zh-CN' ? chineseLines(dialog, times) : englishLines(dialog, times);
}

function chineseLines(dialog: DialogAbout, times: (at: number) => LocalTime): readonly string[] {
  const { messages, hidden, gapMinutes, frozenBy } = dialog;
  const by = frozenBy === null ? '' : `，由 ${oneLine(frozenBy)}`;
  return [
    `对话    ${oneLine(dialog.conversation.name['zh-CN'])}`,
    `起止    ${times(dialog.firstAt).text} 至 ${times(dialog.lastAt).text}（申请人可见的首条与末条）`,
    `间隔    ${gapMinutes} 分钟无消息即为对话结束${dialog.isCut ? '；这段对话过长，清单在两端截断' : ''}`,
    `清单    ${messages} 条消息，${hidden === 0 ? '申请人的角色全部可见' : `其中 ${hidden} 条申请人的角色不可见，未包含在内`}`,
    `固定于  ${times(dialog.frozenAt).text}${by}，${dialog.reason === 'cited' ? '因引用' : '因导出'}`,
    `编号    对话 ${dialog.dialogId}，所在会话 ${dialog.conversation.conversationId}`,
  ];
}

function englishLines(dialog: DialogAbout, times: (at: number) => LocalTime): readonly string[] {
  const { messages, hidden, gapMinutes, frozenBy } = dialog;
  const by = frozenBy === null ? '' : ` by ${oneLine(frozenBy)}`;
  return [
    `Dialog    ${oneLine(dialog.conversation.name.en)}`,
    `Lasted    from ${times(dialog.firstAt).text} to ${times(dialog.lastAt).text}, the first and last message that the asker sees`,
    `Gap       ends after ${gapMinutes} minutes without a message${dialog.isCut ? '; this one is longer than a list holds and is cut' : ''}`,
    `List      ${messages} messages; ${hidden === 0 ? "the asker's role sees all of them" : `${hidden} of them the asker's role does not see, and they are not here`}`,
    `Frozen    ${times(dialog.frozenAt).text}${by}, because it was ${dialog.reason === 'cited' ? 'cited' : 'exported'}`,
    `Dialog ID ${dialog.dialogId} in conversation ${dialog.conversation.conversationId}`,
  ];
}
