export const exports = {
  title: '导出',
  create: '新建导出',
  missing: '{{count}} 个文件未包含',
} as const;
