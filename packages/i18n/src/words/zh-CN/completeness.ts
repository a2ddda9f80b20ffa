export const completeness = {
  title: '完整性',
  lead: '企业微信返回了什么，存了什么，有什么无法证明。',
  none: '接入企业微信后，这里会列出每个序号区间',
  stored: '存入的密文',
  opened: '已打开',
  unknown: '未识别的类型',
  pages: '原始页',
  chainHead: '链头哈希',
  unseen: '未出现的序号',
  unseenRanges: '未出现的序号区间',
  unseenWhy: '企业微信的序号可能跳号，所以这不等于丢失；但我们无法证明其中没有消息。',
  noUnseen: '没有。',
} as const;
