export const schedules = {
  title: '定时导出',
  dailyAt: '每天 {{time}}',
} as const;
