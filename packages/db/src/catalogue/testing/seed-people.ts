import type { PersonKey } from '@highwater/domain';

export const CHEN = 'chen.min' as PersonKey;
export const CUSTOMER = 'wmTESTaAAAZc3Wq8Ek1uMi5Ox7Pv2R' as PersonKey;
