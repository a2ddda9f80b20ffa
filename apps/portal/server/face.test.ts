import { describe, expect, it } from 'vitest';
import { existsOn, faceOf, originOf, supportIn } from './face.ts';

const config = { portalUrl: 'https://archive.example.com', operatorUrl: 'https://operator.example.com' };
const get = (pathname: string, support = false) => ({ pathname, method: 'GET', support });

describe('the face of a host', () => {
  it('is the console for its own host name and nothing like it', () => {
    expect(faceOf(config, 'operator.example.com')).toBe('operator');
    expect(faceOf(config, 'OPERATOR.example.com')).toBe('operator');
    for (const host of [
      'archive.example.com',
      'operator.example.com:444',
      'operator.example.com.evil.example',
      undefined,
    ])
      expect(faceOf(config, host), host).toBe('company');
    expect(faceOf({ operatorUrl: undefined }, 'operator.example.com')).toBe('company');
    expect(originOf(config, 'operator')).toBe(config.operatorUrl);
  });

  it('has no console where companies are', () => {
    const console = [
      '/operator',
      '/operator.data',
      '/operator/sign-in',
      '/operator-auth/sign-out',
      '/v1/operator/tenants',
    ];
    for (const path of console) expect(existsOn('company', get(path)), path).toBe(false);
    for (const path of ['/', '/security', '/operators', '/v1/me'])
      expect(existsOn('company', get(path)), path).toBe(true);
  });

  it('has no companies where the console is, unless support was let in', () => {
    const pages = ['/conversations', '/search.data', '/v1/media/1', '/completeness', '/connect'];
    for (const path of pages) {
      expect(existsOn('operator', get(path)), path).toBe(false);
      expect(existsOn('operator', get(path, true)), path).toBe(true);
      expect(existsOn('operator', { pathname: path, method: 'POST', support: true }), path).toBe(false);
    }
    const never = [
      '/members',
      '/exports/new',
      '/audit.data',
      '/settings/support',
      '/sign-in',
      '/auth/sign-in/email',
      '/scim/v2/Users',
    ];
    for (const path of [...never, '/v1/operator/tenants'])
      expect(existsOn('operator', get(path, true)), path).toBe(false);
    for (const path of ['/operator', '/operator/enrol', '/', '/assets/x.js'])
      expect(existsOn('operator', get(path))).toBe(true);
  });

  it('knows the access that is looked through by its cookie', () => {
    const id = '0198c0de-0000-7000-8000-000000000000';
    expect(supportIn(`a=b; hw_support=${id}; c=d`)).toBe(id);
    for (const none of [null, '', 'hw_support=', `xhw_support=${id}`, `hw_support=${id}0`])
      expect(supportIn(none)).toBeNull();
  });
});
