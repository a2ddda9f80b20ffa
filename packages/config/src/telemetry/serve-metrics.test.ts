import { expect, it, onTestFinished } from 'vitest';
import { createMetrics } from './metrics.ts';
import { serveMetrics } from './serve-metrics.ts';

it('answers the metrics page and nothing else', async () => {
  const metrics = createMetrics('worker');
  metrics.counter('pages_total', 'Pages kept.', ['outcome']).inc({ outcome: 'kept' }, 2);
  const server = await serveMetrics(metrics, 0);
  onTestFinished(() => server.close());
  const page = await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
  expect(page).toContain('highwater_pages_total{outcome="kept",app="worker"} 2');
  expect((await fetch(`http://127.0.0.1:${server.port}/`)).status).toBe(404);
});
