export const audit = {
  title: '审计',
  who: '谁',
  what: '做了什么',
  when: '时间',
} as const;
