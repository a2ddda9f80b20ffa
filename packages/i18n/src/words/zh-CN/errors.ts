export const errors = {
  title: '出了问题',
  requestId: '请求编号 {{id}}',
  notFound: '没有这个页面',
} as const;
