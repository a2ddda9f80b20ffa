import { describe, expect, it } from 'vitest';
import { readStartOptions } from './start-options.ts';

describe('readStartOptions', () => {
  it('takes the folder from where the person stands, and five ports from the base', () => {
    expect(readStartOptions(['--data', 'other', '--port-base', '5000'], '/home/lin')).toEqual({
      dataDir: '/home/lin/other',
      ports: { portal: 5000, api: 5001, simulator: 5002, apiMetrics: 5003, workerMetrics: 5004 },
    });
    expect(readStartOptions([], '/srv').dataDir).toBe('/srv/.highwater');
  });

  it.each([[['--port-base', 'x']], [['--port-base', '80']], [['--what']], [['stray']]])(
    'explains itself to %s',
    (args) => {
      expect(() => readStartOptions(args, '/srv')).toThrow(/^Usage/);
    },
  );
});
