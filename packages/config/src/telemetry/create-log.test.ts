import { FaultError, type LogFields } from '@highwater/domain';
import { expect, it } from 'vitest';
import { createLog } from './create-log.ts';
import { errorFields } from './error-fields.ts';

function capture(): { lines: Record<string, unknown>[]; write: (line: string) => void } {
  const lines: Record<string, unknown>[] = [];
  return { lines, write: (line) => void lines.push(JSON.parse(line)) };
}

it('writes the event, the fixed fields and the allowed ones', () => {
  const out = capture();
  createLog('worker', out).child({ tenantId: 't1' }).info('page kept', { count: 3, seq: '17' });
  expect(out.lines).toMatchObject([
    { level: 30, component: 'worker', tenantId: 't1', event: 'page kept', count: 3, seq: '17' },
  ]);
});

it('drops fields outside the list, objects, and values long enough to be a text', () => {
  const out = capture();
  const smuggled: LogFields = JSON.parse('{"text":"重阳节快乐","count":1,"route":{"text":"深"},"queue":""}');
  createLog('api', out).warn('odd', { ...smuggled, method: '长'.repeat(201) });
  expect(Object.keys(out.lines[0] ?? {}).sort()).toEqual(['component', 'count', 'event', 'level', 'queue', 'time']);
});

it('says of an error its class, code and place, never its message', () => {
  const secret = 'at packages/secret/place.ts:1:1 小李的密码';
  const fields = errorFields(Object.assign(new TypeError(secret), { code: 'ECONNREFUSED' }));
  expect(fields).toMatchObject({ fault: 'internal', errorName: 'TypeError', errorCode: 'ECONNREFUSED' });
  expect(fields.errorAt).toMatch(/^packages\/config\/src\/telemetry\/create-log\.test\.ts:\d+/);
  expect(JSON.stringify(fields)).not.toMatch(/secret|密码/);
});

it('keeps the fault of a named failure and survives what is no error', () => {
  expect(errorFields(new FaultError('key.missing'))).toMatchObject({ fault: 'key.missing', errorName: 'FaultError' });
  expect(errorFields('text of a message')).toEqual({ fault: 'internal', errorName: 'string' });
});
