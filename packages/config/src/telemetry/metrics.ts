import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** Labels that metrics may carry: kinds of things, never a tenant, a person or an id. */
export type MetricLabel = 'app' | 'route' | 'method' | 'status' | 'queue' | 'outcome' | 'fault' | 'call';

export interface Metrics {
  counter<Label extends MetricLabel>(name: string, help: string, labels: readonly Label[]): Counter<Label>;
  gauge<Label extends MetricLabel>(name: string, help: string, labels: readonly Label[]): Gauge<Label>;
  /** `name` ends in its unit, `_seconds` or `_bytes`. */
  histogram<Label extends MetricLabel>(
    name: string,
    help: string,
    labels: readonly Label[],
    buckets: readonly number[],
  ): Histogram<Label>;
  /** The page that `/metrics` answers, Prometheus text. */
  page(): Promise<string>;
}

/** One registry per app; names get the prefix `highwater_`. */
export function createMetrics(app: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ app });
  collectDefaultMetrics({ register: registry });
  const base = (name: string, help: string) => ({ name: `highwater_${name}`, help, registers: [registry] });
  return {
    counter: (name, help, labelNames) => new Counter({ ...base(name, help), labelNames }),
    gauge: (name, help, labelNames) => new Gauge({ ...base(name, help), labelNames }),
    histogram: (name, help, labelNames, buckets) =>
      new Histogram({ ...base(name, help), labelNames, buckets: [...buckets] }),
    page: () => registry.metrics(),
  };
}
