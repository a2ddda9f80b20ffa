export const errors = {
  title: '出了问题',
  requestId: '请求编号 {{id}}',
  notFound: '没有这个页面',
  toOverview: '回到概览',
  askAdmin: '需要时，请公司的所有者或管理员在“成员”页调整。',
  missingRight: '这个页面需要“{{right}}”的权限。公司的所有者或管理员可以在“成员”页给你。',
  ungrantedTitle: '还没有授权给你的内容',
  ungranted:
    '你的角色可以这样做，但只限授权打开的会话，而你没有授权，或授权已到期。请公司的所有者或管理员在“成员”页为你授权。',
  nameWrong: '写一个名称，最多 {{count}} 个字，不能只有空格。',
  emailWrong: '写一个完整的邮箱地址，例如 name@example.com。',
  timeWrong: '用 24 小时制填写时间，例如 08:30。',
  zoneWrong: '从列表里选一个时区。',
  corpIdWrong: '填写企业ID：ww 开头，共 18 位，在“我的企业 › 企业信息”页的最下方。',
  secretWrong: '填写会话内容存档的 Secret：共 43 位，整段粘贴。',
  rangeWrong: '结束日期要晚于开始日期。',
  wordsWrong: '关键词最多 {{count}} 个字。',
} as const;
