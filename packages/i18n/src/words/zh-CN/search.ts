export const search = {
  title: '搜索',
  words: '要找的文字',
  coverage: '已搜索 {{searched}} / {{total}} 条消息',
  nothing: '没有找到符合条件的消息',
} as const;
