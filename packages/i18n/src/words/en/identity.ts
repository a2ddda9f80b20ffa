import type { WordsLike } from '../../words.ts';
import type { identity as first } from '../zh-CN/identity.ts';

export const identity = {
  signIn: 'Sign in',
  signUp: 'Sign up',
  email: 'E-mail',
  password: 'Password',
} as const satisfies WordsLike<typeof first>;
