export const connect = {
  title: '接入企业微信',
  corpId: '企业 ID',
  archiveSecret: '会话存档 Secret',
  trustedIps: '可信IP',
  publicKey: '消息加密公钥',
} as const;
