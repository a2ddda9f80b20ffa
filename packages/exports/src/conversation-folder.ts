import type { Language } from '@highwater/domain';
import type { ExportConversation } from './export-message.ts';
import { safeName } from './safe-name.ts';

const KIND_WORDS = {
  'zh-CN': { pair: '单聊', room: '群聊', group: '多人', self: '个人' },
  en: { pair: 'direct', room: 'room', group: 'several', self: 'self' },
} as const satisfies Record<Language, Record<ExportConversation['kind'], string>>;

/** 48 units of CJK are 144 bytes: with kind and id below the 255 bytes of a Linux name and the 120 characters of a path. */
const LONGEST_NAME = 48;

/** Gives each conversation of one package its folder name ("王芳-张总_单聊_a1b2"), never the same twice, even where case does not count. */
export function createFolderNames(language: Language): (conversation: ExportConversation) => string {
  const taken = new Set<string>();
  return (conversation) => {
    const name = safeName(conversation.name, LONGEST_NAME, language === 'zh-CN' ? '未命名' : 'unnamed');
    const id = conversation.conversationId.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
    for (let length = 4; ; length += 4) {
      const suffix = length <= 32 ? id.slice(0, length) : `${id.slice(0, 32)}-${taken.size}`;
      const folder = `${name}_${KIND_WORDS[language][conversation.kind]}_${suffix}`;
      if (taken.has(folder.toLowerCase())) continue;
      taken.add(folder.toLowerCase());
      return folder;
    }
  };
}
