export const shell = {
  overview: '概览',
  search: '搜索',
  conversations: '会话',
  exports: '导出',
  schedules: '定时导出',
  members: '成员',
  audit: '审计',
  settings: '设置',
  signOut: '退出登录',
  skipToContent: '跳到正文',
} as const;
