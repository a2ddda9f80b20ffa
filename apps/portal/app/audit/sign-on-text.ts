import { MEMBER_ROLES } from '@highwater/domain';
import type { Translate } from '@highwater/i18n/make';

const KINDS = ['oidc', 'saml'] as const;
const JOINED = ['role', 'invitation'] as const;
const PROBLEMS = [
  'provider',
  'unreachable',
  'issuer',
  'audience',
  'signature',
  'expired',
  'nonce',
  'response',
  'replayed',
  'browser',
  'subject',
  'email',
  'domain',
  'invitation',
  'not_invited',
  'removed',
  'disabled',
] as const;

/** What a line about single sign-on says beside its subject; undefined for what has no words. */
export function signOnText(key: string, value: string, t: Translate): string | undefined {
  const find = <Known extends string>(known: readonly Known[]): Known | undefined =>
    known.find((each) => each === value);
  switch (key) {
    case 'kind': {
      const kind = find(KINDS);
      return kind?.toUpperCase();
    }
    case 'joined': {
      const by = find(JOINED);
      return by === undefined ? undefined : t(`audit.signOn.joined.${by}`);
    }
    case 'problem': {
      const problem = find(PROBLEMS);
      if (problem !== undefined) return t(`singleSignOn.problems.${problem}`);
      return value === 'none' ? t('audit.signOn.passed') : undefined;
    }
    case 'joinsAs': {
      const role = find(MEMBER_ROLES);
      if (role !== undefined) return t('audit.signOn.joinsAs', { role: t(`members.called.${role}`) });
      return value === 'nobody' ? t('audit.signOn.joinsNobody') : undefined;
    }
    case 'isRequired':
      return value === 'yes' || value === 'no' ? t(`audit.signOn.required.${value}`) : undefined;
    case 'prefix':
      return t('audit.signOn.prefix', { prefix: value });
  }
  return undefined;
}
