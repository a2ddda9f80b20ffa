export const mailbox = {
  title: '开发邮箱',
  empty: '还没有邮件',
} as const;
