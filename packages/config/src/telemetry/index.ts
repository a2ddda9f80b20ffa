export { createLog } from './create-log.ts';
export { errorFields } from './error-fields.ts';
export { createMetrics, type MetricLabel, type Metrics } from './metrics.ts';
export { serveMetrics, type MetricsServer } from './serve-metrics.ts';
