export const members = {
  title: '成员',
  invite: '邀请',
  owner: '所有者',
  admin: '管理员',
  viewer: '查看者',
} as const;
