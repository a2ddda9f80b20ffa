import { FAULTS, type Fault } from '@highwater/domain';
import { z } from '@hono/zod-openapi';

const names = Object.keys(FAULTS) as [Fault, ...Fault[]];
export const fault = z.enum(names).openapi('Fault');
export const params = z.record(z.string(), z.union([z.string(), z.number()]));

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    fault,
    field: z.string().optional(),
    params: params.optional(),
    requestId: z.string(),
  })
  .openapi('Problem');
