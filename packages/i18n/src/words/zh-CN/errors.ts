export const errors = {
  title: '出了问题',
  requestId: '请求编号 {{id}}',
  notFound: '没有这个页面',
  toOverview: '回到概览',
  askAdmin: '需要时，请公司的所有者或管理员在“成员”页调整。',
  missingRight: '这个页面需要“{{right}}”的权限。公司的所有者或管理员可以在“成员”页给你。',
  fieldWrong: '这一项填得不对，改好后再提交。',
} as const;
