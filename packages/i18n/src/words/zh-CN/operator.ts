export const operator = {
  title: '运营台',
  tenants: '租户',
} as const;
