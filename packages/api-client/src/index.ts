export { ApiProblem, readProblem, type Problem } from './api-problem.ts';
export { createApiClient, type ApiClient, type ApiClientOptions } from './create-api-client.ts';
export type { components, operations, paths } from './schema.generated.ts';
export type * from './views.ts';
