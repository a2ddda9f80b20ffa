import { USER_SCHEMA } from './scim-user.ts';

const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

export function listOf(resources: readonly object[], total = resources.length, startIndex = 1): object {
  return { schemas: [LIST], totalResults: total, startIndex, itemsPerPage: resources.length, Resources: resources };
}

/** What this service does, in SCIM's own words. */
export function describeService(base: string): object {
  const no = { supported: false };
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
    patch: { supported: true },
    bulk: { ...no, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: 100 },
    changePassword: no,
    sort: no,
    etag: no,
    authenticationSchemes: [
      { type: 'oauthbearertoken', name: 'Bearer token', description: 'Made under Settings, Single sign-on.' },
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${base}/ServiceProviderConfig` },
  };
}

export function describeTypes(base: string): object {
  return listOf([
    {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
      id: 'User',
      name: 'User',
      endpoint: '/Users',
      schema: USER_SCHEMA,
      meta: { resourceType: 'ResourceType', location: `${base}/ResourceTypes/User` },
    },
  ]);
}

export function describeSchemas(base: string): object {
  const text = (name: string, more: object = {}) => ({
    name,
    type: 'string',
    multiValued: false,
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    ...more,
  });
  const attributes = [
    text('userName', { required: true, description: 'E-mail address of a domain that the company has proven.' }),
    text('externalId', {
      required: true,
      caseExact: true,
      mutability: 'immutable',
      uniqueness: 'server',
      description: 'The subject that the provider asserts when the person signs in.',
    }),
    text('displayName'),
    { ...text('active'), type: 'boolean' },
    { ...text('roles'), type: 'complex', multiValued: true, description: 'viewer, reviewer or exporter, when added.' },
  ];
  return listOf([
    {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
      id: USER_SCHEMA,
      name: 'User',
      attributes,
      meta: { resourceType: 'Schema', location: `${base}/Schemas/${USER_SCHEMA}` },
    },
  ]);
}
