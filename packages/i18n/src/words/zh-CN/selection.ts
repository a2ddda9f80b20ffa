export const selection = {
  everything: '全部消息',
  words: '含有指定的关键词（关键词本身不写入包内）',
  people: '参与者：{{list}}',
  room: '群聊：{{room}}',
  conversation: '会话：{{id}}',
  kinds: '类型：{{list}}',
  access: '只含 {{count}} 位员工参与的消息：{{list}}',
} as const;
