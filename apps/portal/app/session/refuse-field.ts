import { ApiProblem } from '@highwater/api-client';

/** A refusal that the portal itself makes: the form comes back with this field named. */
export function refuseField(field: string): ApiProblem {
  return new ApiProblem({
    fault: 'request.malformed',
    status: 422,
    title: '',
    detail: '',
    field,
    params: {},
    requestId: undefined,
  });
}
