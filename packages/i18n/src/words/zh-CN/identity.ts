export const identity = {
  signIn: '登录',
  signUp: '注册',
  email: '邮箱',
  password: '密码',
} as const;
