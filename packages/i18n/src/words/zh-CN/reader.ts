export const reader = {
  title: '会话',
  silence: '{{duration}}后',
  openInContext: '查看上下文',
} as const;
