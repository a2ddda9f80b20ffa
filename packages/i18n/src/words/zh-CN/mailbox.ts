export const mailbox = {
  title: '开发邮箱',
  lead: '开发环境里的邮件不会寄出，都在这里。',
  empty: '还没有邮件',
  at: '时间',
  to: '收件人',
  subject: '主题',
  back: '所有邮件',
} as const;
