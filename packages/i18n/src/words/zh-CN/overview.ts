export const overview = {
  title: '概览',
  stored: '截至 {{time}},企业微信返回的消息(至序号 {{seq}})都已保存',
} as const;
